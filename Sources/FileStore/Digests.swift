import Crypto

/// The sha512 digest of some bytes.
func sha512(_ bytes: [UInt8]) -> [UInt8] { Array(SHA512.hash(data: bytes)) }
