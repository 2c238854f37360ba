import { createRequire } from 'node:module';
import { crc32 } from 'node:zlib';
import type { Gunzip } from 'fflate';

/** Loaded for the first file: few scenarios have one. */
const load = createRequire(import.meta.url);

/** A member ends with the CRC-32 and the length of what it unpacks to, both little-endian (RFC 1952, section 2.3.1). */
const TRAILER_BYTES = 8;
/** The least member: 10 bytes of header, 2 of data, the trailer. */
const MEMBER_BYTES = 20;
/** Input kept behind the present chunk: a header, with a file name in it, and the trailer before it. */
const KEPT_BYTES = 1024;

/**
 * Unpacks gzip data piece by piece and proves it whole.
 *
 * The unpacker takes a stream that is cut between two symbols for a complete one; only the trailer of each member tells.
 */
export class GzipReader {
  readonly #gunzip: Gunzip;
  #unpacked: Uint8Array[] = [];
  #checksum = 0;
  #byteCount = 0;
  #inputCount = 0;
  /** The end of the input so far. */
  #recent = new Uint8Array(0);

  constructor() {
    const unpacker: typeof import('fflate') = load('fflate');
    this.#gunzip = new unpacker.Gunzip((chunk) => {
      this.#checksum = crc32(chunk, this.#checksum);
      this.#byteCount += chunk.length;
      this.#unpacked.push(chunk);
    });
    this.#gunzip.onmember = (offset) => this.#closeMember(offset);
  }

  /** Unpacks the next bytes; none means the end. @throws Error when the data is not a whole gzip file */
  push(chunk: Uint8Array): Uint8Array[] {
    const kept = this.#recent.slice(-KEPT_BYTES);
    this.#recent = new Uint8Array(kept.length + chunk.length);
    this.#recent.set(kept);
    this.#recent.set(chunk, kept.length);
    this.#inputCount += chunk.length;
    // The unpacker keeps what it is given, and the caller reads into the same buffer again.
    this.#gunzip.push(this.#recent.subarray(kept.length), chunk.length === 0);
    if (chunk.length === 0) {
      if (this.#inputCount < MEMBER_BYTES) throw new RangeError('it ends within the header');
      this.#closeMember(this.#inputCount);
    }
    return this.#unpacked.splice(0);
  }

  #closeMember(endOffset: number): void {
    const end = endOffset - (this.#inputCount - this.#recent.length);
    if (end < TRAILER_BYTES) throw new RangeError('a header is too long');
    const trailer = new DataView(this.#recent.buffer, end - TRAILER_BYTES, TRAILER_BYTES);
    const isWhole =
      trailer.getUint32(0, true) === this.#checksum && trailer.getUint32(4, true) === this.#byteCount % 2 ** 32;
    if (!isWhole) throw new RangeError('it ends early, or its checksum is wrong');
    this.#checksum = 0;
    this.#byteCount = 0;
  }
}
