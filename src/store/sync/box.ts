/** Keys and boxes of synced files, by WebCrypto: what the server stores is unreadable to it, and each box fits one name only. */

/** Of the box; the first byte says it. A greater one is of a newer app; where text begins it is none. */
const BOX_VERSION = 1;
const MOST_VERSION = 15;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** A small box may unfold to anything: what is longer is none of ours. */
const MOST_UNPACKED = 32_000_000;

export interface SyncKeys {
  /** 32 hexadecimal digits, which only who has the key can name. */
  folder: string;
  box: CryptoKey;
}

/** Of a course: the same key gives every course another folder. */
export async function deriveKeys(key: Uint8Array, course: string): Promise<SyncKeys> {
  const derive = (use: string, bytes: number) =>
    hkdf(key, new Uint8Array(), `lecture-study/sync/1/${use}/${course}`, bytes);
  const folder = await derive('folder', 16);
  const box = await importBoxKey(await derive('box', 32));
  return { folder: Array.from(folder, (byte) => byte.toString(16).padStart(2, '0')).join(''), box };
}

/** RFC 5869 with SHA-256. */
export async function hkdf(
  secret: Uint8Array,
  salt: Uint8Array,
  info: string | Uint8Array,
  bytes: number,
): Promise<Uint8Array> {
  const material = await crypto.subtle.importKey('raw', copyOf(secret), 'HKDF', false, ['deriveBits']);
  const parameters = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: copyOf(salt),
    info: typeof info === 'string' ? new TextEncoder().encode(info) : copyOf(info),
  };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, material, bytes * 8));
}

export const importBoxKey = (raw: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', copyOf(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** version, nonce, AES-256-GCM of the gzipped text; the name is authenticated with it. */
export async function seal(key: CryptoKey, name: string, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const packed = await throughStream(new TextEncoder().encode(text), new CompressionStream('gzip'));
  const locked = await crypto.subtle.encrypt(cipher(nonce, additionalData(name)), key, packed);
  const box = new Uint8Array(1 + NONCE_BYTES + locked.byteLength);
  box[0] = BOX_VERSION;
  box.set(nonce, 1);
  box.set(new Uint8Array(locked), 1 + NONCE_BYTES);
  return box;
}

/** The text of a box; never throws. */
export async function openBox(
  key: CryptoKey,
  name: string,
  box: Uint8Array,
): Promise<{ text: string } | { flaw: 'unreadable' | 'newer' }> {
  const version = box[0] ?? 0;
  if (version !== BOX_VERSION)
    return { flaw: version > BOX_VERSION && version <= MOST_VERSION ? 'newer' : 'unreadable' };
  const [nonce, locked] = [box.subarray(1, 1 + NONCE_BYTES), box.subarray(1 + NONCE_BYTES)];
  try {
    const packed = await unlock(key, nonce, locked, additionalData(name));
    const text = await throughStream(packed, new DecompressionStream('gzip'));
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(text) };
  } catch {
    return { flaw: 'unreadable' };
  }
}

/** AES-256-GCM with a tag of 128 bits; rejects what was not locked with this key, nonce and additional data. */
export async function unlock(
  key: CryptoKey,
  nonce: Uint8Array,
  locked: Uint8Array,
  additional: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt(cipher(nonce, additional), key, copyOf(locked)));
}

const additionalData = (name: string): Uint8Array => new TextEncoder().encode(`${BOX_VERSION}/${name}`);

const cipher = (nonce: Uint8Array, additional: Uint8Array): AesGcmParams => ({
  name: 'AES-GCM',
  iv: copyOf(nonce),
  additionalData: copyOf(additional),
  tagLength: TAG_BYTES * 8,
});

/** WebCrypto takes no memory that could be shared. */
const copyOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

async function throughStream(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > MOST_UNPACKED) throw new RangeError('too long');
    pieces.push(read.value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
