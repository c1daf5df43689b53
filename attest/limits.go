package attest

const (
	maxKeys    = 64       // of a file: two a year for thirty years
	maxID      = 16       // letters of a key's name
	maxKeyFile = 64 << 10 // bytes; 64 keys as PEM have 12 KiB

	// MaxFile bounds the files that are read. The largest that the service
	// makes, posters as TIFF, are smaller.
	MaxFile = 16 << 20
	// maxPixels bounds the PNG pictures that are decoded: what the service
	// draws at most.
	maxPixels = 40 << 20
	// maxPacket bounds the metadata that is parsed; ours has 2 KiB.
	maxPacket = 128 << 10
	// maxDepth bounds elements within elements; XMP of ours is six deep.
	maxDepth = 32
	// maxText bounds one value.
	maxText = 4 << 10
)
