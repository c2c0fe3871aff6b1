/** Escapes: the characters of a text or of JSON that are not printable ASCII, or need a backslash. */

"use strict";

// Until V8 has compiled the loop of `escapeChunk`, which takes it some MB, `JSON.stringify` is faster: ten messages of
// 10 KB take 3 ms less. From then on the loop takes two thirds of its time.
const COLD_UNITS = 1 << 20;
let units = 0;

/** Return text with a character to escape as a JSON string. */
function escapeString(text) {
  if (units < COLD_UNITS && isAscii(text)) {
    units += text.length;
    return escapeDelete(JSON.stringify(text));
  }
  return `"${byChunks(text, escapeChunk)}"`;
}

/** Return JSON with every character outside printable ASCII escaped. */
function escapeNonAscii(json) {
  return isAscii(json) ? escapeDelete(json) : byChunks(json, escapeJSONChunk);
}

function escapeDelete(json) {
  return json.includes("\x7f") ? byChunks(json, escapeJSONChunk) : json;
}

// `byteLength` takes a fifth of the time of the expression, and does not stop at the first character outside ASCII.
const NON_ASCII = /[^\0-\x7f]/;
const HEAD = 200;

function isAscii(text) {
  return !NON_ASCII.test(text.slice(0, HEAD)) && (text.length <= HEAD || Buffer.byteLength(text) === text.length);
}

// What is written for a character of ASCII: itself, a backslash and a letter, or a backslash and its number.
const AS_IT_IS = 0;
const BY_NUMBER = 1;
const ESCAPES = new Uint8Array(128).fill(BY_NUMBER, 0, 32);
ESCAPES[0x7f] = BY_NUMBER;
for (const [character, letter] of ['""', "\\\\", "\bb", "\tt", "\nn", "\ff", "\rr"]) {
  ESCAPES[character.charCodeAt(0)] = letter.charCodeAt(0);
}

// Constants, because V8 then knows their type: the loop takes half the time.
const CHUNK = 32_768;
const INPUT = Buffer.allocUnsafeSlow(2 * CHUNK + 8); // as four characters are read at once
const OUTPUT = Buffer.allocUnsafeSlow(6 * CHUNK);
// Each reads or writes several bytes at once, at any position.
const input = new DataView(INPUT.buffer);
const output = new DataView(OUTPUT.buffer);
const BACKSLASH_U = 0x5c750000;
// The two digits of each byte, as the 16 bits that they are in ASCII.
const DIGITS = new Uint16Array(256);
for (let byte = 0; byte < 256; byte++) DIGITS[byte] = (digit(byte >> 4) << 8) | digit(byte & 15);

function digit(value) {
  return value + (value < 10 ? 0x30 : 0x57); // 0 or a, less 10
}

function byChunks(text, escape) {
  if (text.length <= CHUNK) return escape(text);
  let escaped = "";
  for (let start = 0; start < text.length; start += CHUNK) escaped += escape(text.slice(start, start + CHUNK));
  return escaped;
}

/** Return text with its characters written by a table, those outside ASCII by number. */
function escapeChunk(text) {
  const end = INPUT.ucs2Write(text, 0, 2 * CHUNK);
  let size = 0;
  for (let index = 0; index < end; index += 2) {
    const code = input.getUint16(index, true); // twice as fast as `charCodeAt`
    if (code < 128) {
      const escape = ESCAPES[code];
      if (escape === AS_IT_IS) {
        OUTPUT[size++] = code;
        continue;
      }
      if (escape !== BY_NUMBER) {
        OUTPUT[size++] = 0x5c; // backslash
        OUTPUT[size++] = escape;
        continue;
      }
    }
    output.setUint32(size, BACKSLASH_U | DIGITS[code >> 8]);
    output.setUint16(size + 4, DIGITS[code & 0xff]);
    size += 6;
  }
  return OUTPUT.latin1Slice(0, size);
}

// For two characters at once: bits of a character that is not ASCII, and what makes 0x7f one.
const NOT_ASCII = 0xff80ff80;
const ONES = 0x00010001;

/** Return JSON with its characters outside printable ASCII by number, the others four at a time: most are digits and keys. */
function escapeJSONChunk(json) {
  const end = INPUT.ucs2Write(json, 0, 2 * CHUNK);
  let size = 0;
  for (let index = 0; index < end; ) {
    const two = input.getUint32(index, true);
    const next = input.getUint32(index + 4, true);
    if (((two | (two + ONES) | next | (next + ONES)) & NOT_ASCII) === 0 && index + 8 <= end) {
      output.setUint32(
        size,
        (two & 0xff) | ((two >> 8) & 0xff00) | ((next & 0xff) << 16) | ((next & 0xff0000) << 8),
        true,
      );
      size += 4;
      index += 8;
      continue;
    }
    const code = input.getUint16(index, true);
    index += 2;
    if (code < 0x7f) {
      OUTPUT[size++] = code;
      continue;
    }
    output.setUint32(size, BACKSLASH_U | DIGITS[code >> 8]);
    output.setUint16(size + 4, DIGITS[code & 0xff]);
    size += 6;
  }
  return OUTPUT.latin1Slice(0, size);
}

const PART = 1 << 20; // bytes; from 1,031,913 on, Node keeps the string of a buffer outside V8's heap
let bytes; // of a part

/** ASCII text that grows outside V8's heap, whose garbage collector would copy it as often as it runs. */
class LongText {
  #parts = [];
  #held = []; // the last texts, less than a part
  #size = 0;

  add(text) {
    if (this.#size + text.length > PART) this.#finishPart();
    if (text.length > PART) {
      this.#parts.push(text);
      return;
    }
    this.#held.push(text);
    this.#size += text.length;
  }

  #finishPart() {
    if (this.#size === 0) return;
    bytes ??= Buffer.allocUnsafeSlow(PART);
    let size = 0;
    for (const text of this.#held) size += bytes.latin1Write(text, size);
    this.#parts.push(bytes.latin1Slice(0, size));
    this.#held = [];
    this.#size = 0;
  }

  /** Return the text in parts. */
  parts() {
    return [...this.#parts, ...this.#held];
  }
}

module.exports = { LongText, escapeNonAscii, escapeString };
