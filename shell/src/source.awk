# A text that is read from its start to its end. Included first, before all programs.
#
# source           the text
# window           the part of it that is looked at: it begins at window_start, and offset is the next character in it

# Begin to read a text.
function open_source(text) {
  source = text
  source_length = length(text)
  window_start = offset = 1
  window = source_length > 4096 ? substr(text, 1, 4096) : text
}

# Return the next characters without skipping them; offset += WIDTH does that. They come from a window, because in some
# awks substr counts from the start of its text.
function peek(width) {
  if (offset > 2000 && window_start + 4096 <= source_length) {
    window_start += offset - 1
    offset = 1
    window = substr(source, window_start, 4096)
  }
  return substr(window, offset, width)
}

BEGIN { ORS = "" }
