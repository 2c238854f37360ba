/** Bytes as a JavaScript text of one character (U+0000 to U+00FF) a byte, whatever they encode. */
export const byteText = {
    read(bytes) {
        if (bytes.length > 64)
            return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
        let text = '';
        for (const byte of bytes)
            text += String.fromCharCode(byte);
        return text;
    },
    bytes(text) {
        const bytes = new Uint8Array(text.length);
        for (let at = 0; at < text.length; at++)
            bytes[at] = text.charCodeAt(at);
        return bytes;
    },
};
