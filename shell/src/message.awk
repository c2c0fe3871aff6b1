# Converts a text to the inside of a JSON string and one more character: "." or, if it is not UTF-8, "!".
# With kestra_option, the text is a message, and the option its entry_separator.

BEGIN {
  prints_pieces = 1
  entry_separator = ENVIRON["kestra_option"]
  if (entry_separator == "") limit = 1.7976931348623157e308
}

NR > 1 { append("\\n", 1) }

{
  if (entry_separator != "") gsub(/\\u0000/, "\357\277\275")
  append_escaped($0)
}

END { print output (invalid ? "!" : ".") }
