/** Escapes: what is not printable ASCII, or needs a backslash. */

"use strict";

// Until V8 has compiled the loop, `JSON.stringify` is faster: ten messages of 10 KB take 3 ms less. Later it is slower.
const COLD_UNITS = 1 << 20;
let units = 0;

/** Return text with a character to escape as a JSON string. */
function escapeString(text) {
  if (units < COLD_UNITS && isAscii(text)) {
    units += text.length;
    return escapeDelete(JSON.stringify(text));
  }
  return `"${escapeUnits(text, TEXT_ESCAPES)}"`;
}

/** Return JSON with every character outside printable ASCII escaped. */
function escapeNonAscii(json) {
  return isAscii(json) ? escapeDelete(json) : escapeUnits(json, JSON_ESCAPES);
}

function escapeDelete(json) {
  return json.includes("\x7f") ? escapeUnits(json, JSON_ESCAPES) : json;
}

// Faster than the expression, `byteLength` does not stop at the first character outside ASCII.
const NON_ASCII = /[^\0-\x7f]/;
const HEAD = 200;

function isAscii(text) {
  return !NON_ASCII.test(text.slice(0, HEAD)) && (text.length <= HEAD || Buffer.byteLength(text) === text.length);
}

// What is written for a character of ASCII: itself, a backslash and a letter, or a backslash and its number.
const AS_IT_IS = 0;
const BY_NUMBER = 1;
const JSON_ESCAPES = new Uint8Array(128);
JSON_ESCAPES[0x7f] = BY_NUMBER;
const TEXT_ESCAPES = JSON_ESCAPES.slice().fill(BY_NUMBER, 0, 32);
for (const [character, letter] of ['""', "\\\\", "\bb", "\tt", "\nn", "\ff", "\rr"]) {
  TEXT_ESCAPES[character.charCodeAt(0)] = letter.charCodeAt(0);
}

// Constants, because V8 then knows their type: the loop takes half the time.
const CHUNK = 32_768;
const INPUT = Buffer.allocUnsafeSlow(2 * CHUNK);
const OUTPUT = Buffer.allocUnsafeSlow(6 * CHUNK);
const input = new DataView(INPUT.buffer);
const output = new DataView(OUTPUT.buffer);
// The two digits of each byte, in ASCII.
const HEX = "0123456789abcdef";
const DIGITS = new Uint16Array(256);
for (let byte = 0; byte < 256; byte++) DIGITS[byte] = (HEX.charCodeAt(byte >> 4) << 8) | HEX.charCodeAt(byte & 15);

/** Return text with its characters written by a table, those outside ASCII by number. */
function escapeUnits(text, escapes) {
  let escaped = "";
  for (let start = 0; start < text.length; start += CHUNK) {
    escaped += escapeChunk(text.slice(start, start + CHUNK), escapes);
  }
  return escaped;
}

function escapeChunk(text, escapes) {
  const end = INPUT.ucs2Write(text, 0, 2 * CHUNK);
  let size = 0;
  for (let index = 0; index < end; index += 2) {
    const code = input.getUint16(index, true); // twice as fast as `charCodeAt`
    if (code < 128) {
      const escape = escapes[code];
      if (escape === AS_IT_IS) {
        OUTPUT[size++] = code;
        continue;
      }
      if (escape !== BY_NUMBER) {
        OUTPUT[size++] = 0x5c; // backslash; with u, 0x5c75
        OUTPUT[size++] = escape;
        continue;
      }
    }
    output.setUint32(size, 0x5c750000 | DIGITS[code >> 8]);
    output.setUint16(size + 4, DIGITS[code & 0xff]);
    size += 6;
  }
  return OUTPUT.latin1Slice(0, size);
}

const PART = 1 << 20; // Node keeps the string of so many bytes outside V8's heap

/** ASCII text that grows outside V8's heap, where garbage collection does not copy it. */
class LongText {
  #parts = [];
  #held = [];
  #size = 0;

  add(text) {
    this.#held.push(text);
    this.#size += text.length;
    if (this.#size < PART) return;
    const bytes = Buffer.allocUnsafeSlow(this.#size);
    let end = 0;
    for (const each of this.#held) end += bytes.latin1Write(each, end);
    this.#parts.push(bytes.latin1Slice());
    this.#held = [];
    this.#size = 0;
  }

  /** Return the text in parts. */
  parts() {
    return [...this.#parts, ...this.#held];
  }
}

module.exports = { LongText, escapeNonAscii, escapeString };
