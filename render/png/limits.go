package png

// tryPixels bounds the pictures for which several filters are tried and the
// smallest file is kept. Five attempts at this size take some 20 ms.
const tryPixels = 1 << 16

// maxText bounds one text of the metadata, in bytes. Titles and addresses are
// far shorter; readers of metadata show no more.
const maxText = 8 << 10
