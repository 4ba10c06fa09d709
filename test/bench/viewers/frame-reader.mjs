/**
 * Cuts the bytes of one socket into WebSocket frames as a server sends them: unmasked, not fragmented.
 * @param {(payload: Buffer) => void} onFrame the payload is only valid during the call
 * @returns {(chunk: Buffer) => void}
 */
export function frameReader(onFrame) {
  /** @type {Buffer | null} */
  let rest = null;
  return (chunk) => {
    const bytes = rest === null ? chunk : Buffer.concat([rest, chunk]);
    rest = null;
    let at = 0;
    while (at < bytes.length) {
      const frame = frameAt(bytes, at);
      if (frame === null) {
        // The buffer that was read into is used again: what is kept must be a copy.
        rest = Buffer.from(bytes.subarray(at));
        return;
      }
      onFrame(bytes.subarray(frame.from, frame.to));
      at = frame.to;
    }
  };
}

/** Where the payload of the frame at `at` lies, or null when it is not there whole. @param {Buffer} bytes @param {number} at */
function frameAt(bytes, at) {
  if (bytes.length < at + 2) return null;
  const short = bytes.readUInt8(at + 1) & 0x7f;
  const from = at + (short === 126 ? 4 : short === 127 ? 10 : 2);
  if (bytes.length < from) return null;
  const length =
    short === 126 ? bytes.readUInt16BE(at + 2) : short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short;
  return bytes.length < from + length ? null : { from, to: from + length };
}

/** A text frame as a client sends it. The mask is all zeros, which the protocol allows, so the payload stays as it is. @param {string} text */
export function clientFrame(text) {
  const payload = Buffer.from(text);
  const header =
    payload.length < 126
      ? Buffer.from([0x81, 0x80 | payload.length])
      : Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([header, Buffer.alloc(4), payload]);
}
