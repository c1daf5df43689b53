package png

// tryPixels bounds the pictures that are compressed twice, with and without
// filters, to keep the smaller file. At 128 by 128 pixels that takes another
// millisecond or two and may save a quarter.
const tryPixels = 1 << 14

// maxText bounds one text of the metadata, in bytes. Titles and addresses have
// a few hundred, an open badge some thousands.
const maxText = 64 << 10
