package attest

// statementPrefix is the first line of what is signed. It keeps a signature of
// this package from being taken for one that the same key made elsewhere.
const statementPrefix = "panonceau file signature 1"
