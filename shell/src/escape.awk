# The inside of a JSON string from any bytes, cut where Kestra would cut a message. Included before message and pipe.
#
# output           the escaped text that is not printed yet
# prints_pieces    1 to print it in pieces, because awk appends to long text slowly
# units            length of the message so far, in UTF-16 units
# ending           its last two characters
# limit            units that Kestra reads of a message
# entry_separator  the text to insert where Kestra would cut it

# Append text of WIDTH units, after a separator if it exceeds the limit.
function append(text, width) {
  if (units + width > limit) {
    output = output entry_separator
    ending = ""
    units = 0
  }
  units += width
  output = output escape_braces(text, ending)
  ending = ending text
  ending = substr(ending, length(ending) - 1)
  if (prints_pieces && length(output) > 4000) {
    print output
    output = ""
  }
}

# Append text with the escapes of JSON.
function append_escaped(text,   width) {
  open_source(text)
  while ((text = peek(256)) != "") {
    width = match(text, /[^ -~]/) ? RSTART - 1 : length(text)
    if (width > 0) {
      if (units < limit && units + width > limit) width = limit - units
      offset += width
      text = substr(text, 1, width)
      gsub(/["\\]/, "\\\\&", text)
      append(text, width)
    } else {
      decode(text)
      offset += taken
      append(escape_code_point(code_point), 1 + (code_point > 65535))
    }
  }
}

BEGIN {
  output = entry_separator = ending = ""
  units = prints_pieces = 0
  limit = 15360
}
