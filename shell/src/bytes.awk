# Bytes to characters, and characters to escapes of JSON. Included before all programs but context.
# With LC_ALL=C a character is a byte in every awk. A bracket expression has no backslash, as some awks read it as one.
#
# invalid          1 once a byte was not UTF-8

# Return the escape of a code point; above 65535, its two surrogates.
function escape_code_point(code) {
  if (code in short_escape) return short_escape[code]
  # D800 minus 40, because 10000 has not been subtracted.
  if (code > 65535) return escape_code_point(int(code / 1024) + 55232) escape_code_point(code % 1024 + 56320)
  return code > 31 && code < 127 ? sprintf("%c", code) : sprintf("\\u%04x", code)
}

# Return text of a string that follows BEFORE in it, with \u007b for each { after ::, before which AWS's and Azure's batch
# runners put a line end.
function escape_braces(text, before,   parts, total_parts, position) {
  if (!index(text, "{")) return text
  before = substr(before, length(before) > 2 ? length(before) - 1 : 1)
  total_parts = split(before text, parts, /::[{]/)
  text = parts[1]
  for (position = 2; position <= total_parts; position++) text = text "::\\u007b" parts[position]
  return substr(text, length(before) + 1)
}

# Set code_point to the first character of the text, and taken to its bytes. Invalid UTF-8 is U+FFFD.
function decode(text,   first, following, low, high, byte) {
  first = byte_value[substr(text, 1, 1)]
  taken = 1
  code_point = first
  # gawk accepts a NUL.
  if (!first) code_point = 65533
  # The second byte of E0 begins at A0, of F0 at 90; of ED it ends at 9F, of F4 at 8F.
  low = first == 224 ? 160 : first == 240 ? 144 : 128
  high = first == 237 ? 159 : first == 244 ? 143 : 191
  following = first < 194 || first > 244 ? 0 : 1 + (first > 223) + (first > 239)
  # ^ may be missing in busybox.
  if (following) code_point -= 256 - (following > 2 ? 16 : 64 / following)
  else if (first > 127) {
    code_point = 65533
    invalid = 1
  }
  for (; following; following--) {
    byte = byte_value[substr(text, taken + 1, 1)]
    if (byte < low || byte > high) {
      code_point = 65533
      invalid = 1
      return
    }
    code_point = code_point * 64 + byte - 128
    taken++
    low = 128
    high = 191
  }
}

BEGIN {
  invalid = 0
  for (number = 1; number < 256; number++) byte_value[sprintf("%c", number)] = number
  split("8 b 9 t 10 n 12 f 13 r 34 \" 92 \\", words, " ")
  for (number = 1; number < 14; number += 2) short_escape[words[number] + 0] = "\\" words[number + 1]
}
