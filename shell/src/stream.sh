# From text to a stream. The level functions contain the same command for speed, and pipe.awk prints, too.

# Writes TEXT and a line end to stdout. Returns the status of the shell's own command.
_kestra_print_line() {  # TEXT
  @print@ "$1@line_end@"
}

# In ksh93, writes to stdout what the shell has kept of a record, as soon as a pipe that does not block has space.
# Nothing may be redirected before, because that would write it and leave an error behind. When the reader is gone or
# takes more than five seconds, and for what is no pipe, it discards that and returns 1: printing elsewhere empties the
# buffer.
_kestra_flush() {
  if _kestra_test -p /proc/self/fd/1; then
    for _kestra_text in 1 2 3 4 5; do
      for _kestra_number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        \command printf "" && \return 0
        \command sleep 0.05
      done
    done
  fi
  { \command printf ""; } >/dev/null
  \return 1
}

# Writes a record to KESTRA_FD or, where that cannot be written to, to STREAM. Returns 1 when both fail.
_kestra_write() {  # STREAM RECORD
  case ${KESTRA_FD-} in
    [12]) \set -- "$KESTRA_FD" "$2" ;;
    [3-9]|[1-9][0-9]|[1-9][0-9][0-9]) _kestra_write_to "$KESTRA_FD" "$2" && \return 0 ;;
  esac
  _kestra_write_to "$1" "$2"
}

# Writes a record to a descriptor. Returns 1 when it is closed or full.
# To a pipe that another process has made non-blocking, up to 4096 bytes are written completely or not at all.
_kestra_write_to() {  # DESCRIPTOR RECORD
  _kestra_measure "$2"
  case $_kestra_length in
    40[5-9]?|4[1-9]??|[5-9]???|?????*)
      if _kestra_is_nonblocking "$1"; then
        _kestra_wait_and_write "$@" || \return 1
        \return 0
      fi
      ;;
  esac
  case $1 in
    2) _kestra_print_line "$2" >&2 2>/dev/null ;;
    # In braces, because otherwise some shells print their error message.
    *) { _kestra_print_line "$2" >&"$1"; } 2>/dev/null ;;
  esac && \return 0
  _kestra_is_nonblocking "$1" && _kestra_wait_and_write "$@"
}

# Tells whether a descriptor is a non-blocking pipe: with the flag 04000.
_kestra_is_nonblocking() {  # DESCRIPTOR
  _kestra_test -p "/proc/self/fd/$1" || \return 1
  while _kestra_read_line; do
    case $_kestra_line in flags:*[4567]???) \return 0 ;; esac
  done <"/proc/self/fdinfo/$1"
  \return 1
}

# Writes a record to a pipe that is opened again, and so waits for its reader. It is opened for reading, too, as that
# does not wait for a reader; that end is closed before anything is written.
_kestra_wait_and_write() {  # DESCRIPTOR RECORD
  _kestra_print_line "$2" |
    { \command sh -c 'exec 9<>/proc/self/fd/1 >/proc/self/fd/1 9>&- && exec cat' >&"$1"; } 2>/dev/null
}

# Sets _kestra_line to a line of stdin without the blanks around it. Returns 1 at the end.
_kestra_read_line() {
  @read@ -r _kestra_line
}

# The same with the blanks.
_kestra_read_whole_line() {
  IFS= @read@ -r _kestra_line
}
