# Converts lines to records, and writes each at once.
#
# kestra_mode      lines: a record for each line; join: one record for the lines of an event
# kestra_level     the level of the records
# kestra_batch     1 to send several logs in one record
# kestra_mark      a line that ends with this and a status means that the command has ended; without a status it is a
#                  tick of the clock, which may come anywhere in a line, with a + one that ends a batch, or with a - the
#                  end of stdin
# kestra_done      the command that gets this status, after all earlier records are written
# kestra_errors    the command that writes errors, if they do not go to stdout
#
# event            join: the lines so far, event_lines of them; then blank_lines that may belong to it
# failed           join: 1 if the event is an error
# in_traceback     join: 1 in a Python traceback

# Write the record of the event, and one for each blank line after it.
function send_event() {
  if (event_lines) send_log(failed ? "ERROR" : given_level, event, failed)
  for (; blank_lines; blank_lines--) send_log(given_level, "", 0)
  event_lines = failed = in_traceback = 0
}

# Tell whether a line belongs to the event.
function continues_event(text) {
  if (text == "") return event_lines > 1
  if (text ~ /^  [+] Exception Group Tr|^Traceback [(]/) return event ~ /exception( occurred)?:$/
  if (text ~ /^[ \t]/) return failed || !blank_lines && event != ""
  if (text ~ /^(During handling of the|The above exception was|Caused by:) /) return failed
  if (text ~ /^[]})]/) return event_lines > 1 && !blank_lines
  return text ~ /^[A-Za-z_][A-Za-z0-9_.]*(: |$)/ && (in_traceback || event ~ /\n *[~^]+ *$/)
}

# Add a line to the event, or begin one with it.
function join_line(text) {
  ticks = 0
  # A hundred kilobytes are enough for one event.
  if (!event_lines || length(event) > 99999 || !continues_event(text)) {
    send_event()
    event = text
    event_lines = 1
  } else if (text == "") {
    blank_lines++
    return
  } else {
    for (; blank_lines; blank_lines--) event = event "\n"
    if (text ~ /^[^ \t]/ && event ~ /\^ *$/) failed = 1
    event = event "\n" text
    event_lines++
  }
  if (text ~ /Traceback [(]most recent call last[)]:$/) in_traceback = failed = 1
  else if (text ~ /^[^ \t]/) in_traceback = 0
  if (text ~ /^[ \t]+at [^ ]/) failed = 1
}

# A carriage return at the end is part of the line end; after an earlier one, the rest overwrites the line, but no record.
function take_line(text,   parts, total, item, is_last) {
  sub(/\r+$/, "", text)
  total = split(text, parts, "\r")
  if (!total) take_part("")
  for (item = 1; item <= total; item++) {
    is_last = item == total || is_record(parts[item + 1])
    if (is_last || is_record(parts[item])) take_part(parts[item])
  }
}

# Take a line without carriage returns.
function take_part(text) {
  if (is_record(text)) {
    ticks = 0
    send_event()
    send_batch()
    send_text(text "\n", 0)
  } else if (joins) join_line(text)
  else send_log(given_level, text, 0)
}

BEGIN {
  joins = ENVIRON["kestra_mode"] == "join"
  given_level = ENVIRON["kestra_level"]
  head = "{\"level\":\"" given_level "\",\"message\":\""
  tail = "\"}"
  if (!batches) {
    head = "::{\"logs\":[" head
    tail = tail "]}::\n"
  }
  event = part = ""
  event_lines = blank_lines = failed = in_traceback = ticks = 0
}

# The fast path.
!joins && !/[^ -~]/ && !index($0, "::{") && length($0) < 15360 && !index($0, "\\u0000") && !index($0, mark) {
  gsub(/["\\]/, "\\\\&")
  if (batches) add_to_batch(head $0 tail, 0)
  else {
    print head $0 tail
    fflush()
  }
  next
}

{
  mark_position = index($0, mark)
  if (!mark_position) {
    take_line(part $0)
    part = ""
    next
  }
  part = part substr($0, 1, mark_position - 1)
  if (/[0-9]$/) {
    if (part != "") take_line(part)
    part = ""
    send_event()
    send_status(substr($0, mark_position + length(mark)) + 0)
  } else if (/[+]$/) send_batch()
  else if (!/-$/ && ticks++) send_event()
}

END {
  if (part != "") take_line(part)
  send_event()
  # Without a status, the command was killed together with the shell that would have reported it.
  send_status(137)
}
