# Logs to records, and with --batch several logs to one. Included before pipe and level_pipe.
#
# batches          1 with --batch
# batch            the entries that are not sent yet, batch_count of them; batch_is_error: one of them goes to errors
# errors           the command that writes errors, if they do not go to stdout
# mark, done       see pipe.awk

# Tell whether Kestra reads a line as a record. U+0085, U+2028 and U+2029 end no line, but one that has them is no record.
function is_record(text) {
  return text ~ /^::[{].*[}]::$/ && text !~ /\302\205|\342\200[\250\251]/
}

# Send a message, or keep it for the next record.
function send_log(level, text, is_error,   start) {
  if (index(text, "\\u0000")) gsub(/\\u0000/, "\357\277\275", text)
  start = "{\"level\":\"" level "\",\"message\":\""
  output = text
  gsub(/["\\]/, "\\\\&", output)
  output = escape_braces(output, "")
  # A long one has a record of its own.
  if (batches && length(output) < 4096) {
    if (output ~ /[^ -~]/) {
      prints_pieces = 0
      escape_entry(start, "", text)
    } else output = start output
    add_to_batch(output "\"}", is_error)
    return
  }
  send_batch()
  if (output ~ /[^ -~]/ || length(text) > 15360) {
    # A message for a command must be complete.
    prints_pieces = errors == "" || !is_error
    escape_entry(start, "::{\"logs\":[", text)
    send_text(output "\"}]}::\n", is_error)
  } else send_text("::{\"logs\":[" start output "\"}]}::\n", is_error)
}

# Set output to a message with the escapes of JSON, behind the start of its entry.
function escape_entry(start, before, text) {
  entry_separator = "\"}," start
  output = before start
  ending = ""
  units = 0
  append_escaped(text)
}

# Keep an entry. A record has at most 32 of them and 4096 bytes, of which 16 are around the entries.
function add_to_batch(entry, is_error) {
  if (length(batch) + length(entry) > 4079) send_batch()
  batch = batch (batch_count++ ? "," : "") entry
  if (is_error) batch_is_error = 1
  if (batch_count > 31 || length(batch) > 4079) send_batch()
}

# Send what is kept.
function send_batch(   entries, is_error) {
  if (!batch_count) return
  entries = batch
  is_error = batch_is_error
  batch = ""
  batch_count = batch_is_error = 0
  send_text("::{\"logs\":[" entries "]}::\n", is_error)
}

# Write records.
function send_text(text, is_error) {
  if (is_error && errors != "") {
    print text | errors
    fflush(errors)
  } else {
    print text
    fflush()
  }
}

# Report the status. ksh93 adds 256 for a signal, the others 128.
function send_status(status) {
  send_batch()
  if (done == "") return
  print "x" (status > 255 ? status - 128 : status) "x\n" | done
  close(done)
  done = ""
}

BEGIN {
  batches = ENVIRON["kestra_batch"] != ""
  mark = ENVIRON["kestra_mark"]
  done = ENVIRON["kestra_done"]
  errors = ENVIRON["kestra_errors"]
  batch = ""
  batch_count = batch_is_error = 0
}
