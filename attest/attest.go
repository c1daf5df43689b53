// Package attest says whether a file is one that a label body issued.
//
// Files of pictures say in their metadata what they show; with a key, the
// service signs that, and a digest of the picture with it. The package has the
// keys ([ParseKeys]), signs files ([Sign]), reads what a file says of itself
// ([Read]) and checks it ([Verify]), without network, clock or registry: that
// the award still holds is for the service to say.
//
// docs/notes/trust.md describes the formats for other programs.
package attest
