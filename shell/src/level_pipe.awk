# What a program prints to records, each at the level that its author gave it.
#
# kestra_level     the level of what tells none
# kestra_message   1 to leave time, level, process, thread and logger out of the message
# kestra_batch, kestra_mark, kestra_done     see pipe.awk

BEGIN {
  default_level = ENVIRON["kestra_level"]
  leaves_out = ENVIRON["kestra_message"] != ""
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
  } else if (/[+]$/) send_batch()
  else if (!/-$/ && ticks++) flush_event()  # two ticks with no line between them
}

END {
  if (part != "") take_raw(part)
  close_event()
  # Without a status, the command was killed together with what would have told it.
  send_status(137)
}
