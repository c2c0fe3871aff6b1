# The inside of a JSON string from any bytes, cut where Kestra would cut a message. It is put before message and pipe.
#
# output           what has been escaped and is not printed yet
# prints_pieces    1 to print it in pieces, as awk appends to long text slowly
# units            length of the message so far, in UTF-16 units
# limit            units that Kestra reads of a message
# entry_separator  what is put where Kestra would cut it

# Append text of WIDTH units, after a separator where it goes beyond the limit.
function append(text, width) {
  if (units + width > limit) {
    output = output entry_separator
    units = 0
  }
  units += width
  output = output text
  if (prints_pieces && length(output) > 4000) {
    print output
    output = ""
  }
}

# Append text with the escapes of JSON.
function append_escaped(text,   size, position, piece, width) {
  size = length(text)
  for (position = 1; position <= size; position += width) {
    piece = substr(text, position, 256)
    width = match(piece, /[^ -~]/) ? RSTART - 1 : length(piece)
    if (width > 0) {
      if (units < limit && units + width > limit) width = limit - units
      piece = substr(piece, 1, width)
      gsub(/["\\]/, "\\\\&", piece)
      append(piece, width)
    } else {
      decode(piece)
      append(escape_code_point(code_point), 1 + (code_point > 65535))
      width = taken
    }
  }
}

BEGIN {
  output = entry_separator = ""
  units = prints_pieces = 0
  limit = 15360
}
