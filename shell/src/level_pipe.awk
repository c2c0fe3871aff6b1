# What a program prints to records, each at the level that its author gave it.
#
# kestra_level     the level of what tells none
# kestra_message   1 to leave time, level, process, thread and logger out of the message
# kestra_mark, kestra_done     see pipe.awk

# Write the record of an event.
function send_level(level, text) {
  if (index(text, "\\u0000")) gsub(/\\u0000/, "\357\277\275", text)
  output = text
  gsub(/["\\]/, "\\\\&", output)
  output = escape_braces(output, "")
  if (output ~ /[^ -~]/ || length(text) > 15360) {
    entry_separator = "\"},{\"level\":\"" level "\",\"message\":\""
    output = "::{\"logs\":[{\"level\":\"" level "\",\"message\":\""
    ending = ""
    units = 0
    append_escaped(text)
    print output "\"}]}::\n"
  } else print "::{\"logs\":[{\"level\":\"" level "\",\"message\":\"" output "\"}]}::\n"
  fflush()
}

# Write records that a program has printed itself.
function send_text(text) {
  print text
  fflush()
}

# Tell the status. ksh93 adds 256 for a signal, the others 128.
function send_status(status) {
  if (done == "") return
  print "x" (status > 255 ? status - 128 : status) "x\n" | done
  close(done)
  done = ""
}

BEGIN {
  prints_pieces = 1
  default_level = ENVIRON["kestra_level"]
  leaves_out = ENVIRON["kestra_message"] != ""
  mark = ENVIRON["kestra_mark"]
  done = ENVIRON["kestra_done"]
  part = ""
  ticks = 0
}

{
  mark_position = index($0, mark)
  if (!mark_position) {
    ticks = 0
    take_raw(part $0)
    part = ""
    next
  }
  part = part substr($0, 1, mark_position - 1)
  if (/[0-9]$/) {
    if (part != "") take_raw(part)
    part = ""
    close_event()
    send_status(substr($0, mark_position + length(mark)) + 0)
  } else if (!/-$/ && ticks++) flush_event()  # two ticks with no line between them
}

END {
  if (part != "") take_raw(part)
  close_event()
  # Without a status, the command was killed together with what would have told it.
  send_status(137)
}
