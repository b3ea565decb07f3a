/** FNV-1a with 64 bits: small, and the same everywhere. Not a protection against anyone. */

const PRIME = 0x100000001b3n;

/** 16 hexadecimal digits. */
export function hash64(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit & 0xff)) * PRIME);
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit >> 8)) * PRIME);
  }
  return hash.toString(16).padStart(16, '0');
}
