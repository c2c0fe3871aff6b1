# Escapes of JSON to characters. Included before json and context.

# Return the value of \uXXXX, negative if it is not one.
function hex_value(text,   position, value, digit) {
  value = 0
  for (position = 3; position < 7; position++) {
    digit = index("0123456789abcdef", tolower(substr(text, position, 1))) - 1
    if (digit < 0) return digit
    value = value * 16 + digit
  }
  return value
}

BEGIN {
  split("8 b 9 t 10 n 12 f 13 r 34 \" 92 \\ 47 /", words, " ")
  for (number = 1; number < 16; number += 2) unescaped[words[number + 1]] = words[number] + 0
}
