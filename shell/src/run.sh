# kestra_run: sends the output of a command as records.

# Returns the status of COMMAND, which runs in a subshell.
# set -x is off meanwhile, also for COMMAND, whose stderr it would be.
kestra_run() {  # [-j] [-o LEVEL] [-e LEVEL] [--] COMMAND [ARGUMENT]...
  @note_line@
  @hide_trace@
  _kestra_status=0 _kestra_action='' _kestra_ignored='' _kestra_posix_traps='' _kestra_subshell=${ZSH_SUBSHELL-}
  if _kestra_scope _kestra_parse_options kestra_run "$@"; then
    _kestra_place="@place@"
    {
      case $_kestra_command in
        function) @run_function@ ;;
        *) _kestra_run "$@" || _kestra_status=$? ;;
      esac
    } 9>&"$_kestra_out_stream" 7>&"$_kestra_err_stream"
  else
    _kestra_status=1
  fi
  case $_kestra_status in
    0) ;;
    *)
      _kestra_note_call kestra_run "$@"
      @show_trace_and_leave@
      ;;
  esac
  @show_trace@
}

# Returns the status of COMMAND or, in ksh93, which runs the last command of a pipeline itself, sets _kestra_status.
# 8 is the pipe of its stdout; the records of stdout go to 9, and those of stderr to 7.
# The status is the last line of its stderr, and after that has been read, the last line of its stdout: all records have
# been written when it is read there. A child of COMMAND may keep the pipes open for longer.
_kestra_run() {  # [OPTION]... COMMAND [ARGUMENT]...
  \shift "$_kestra_used"
  {
    \eval "$_kestra_ignore_signals"
    {
      # Again, because in ksh93 a subshell does not inherit a trap.
      \eval "$_kestra_ignore_signals"
      # Without these braces, zsh writes to both pipes. An EXIT trap has only the redirections of the subshell.
      { _kestra_outlive_command; (_kestra_run_command "$@") 2>&1 >&8 7>&- 8>&- 9>&-; } |
        _kestra_begin_reader "$_kestra_err" "$_kestra_err_stream" 9>&7 8>&- |
        {
          \trap '' HUP INT QUIT TERM
          _kestra_receive || _kestra_status=$?
          _kestra_print_line "kestra-$$:$_kestra_status"
        }
    } 8>&1 |
      _kestra_begin_reader "$_kestra_out" "$_kestra_out_stream" 7>&-
  } |
    _kestra_receive_last
}

# The last command of a pipeline, which runs in a subshell except in ksh93.
_kestra_receive_last() {
  \eval "$_kestra_receive"
}

# Runs COMMAND in a subshell, and sends its status to the reader of its stderr.
_kestra_run_command() {  # COMMAND [ARGUMENT]...
  \eval "$_kestra_restore_options"
  _kestra_outlive_command
  case $_kestra_command in
    function)
      \trap '_kestra_print_line "kestra-$$:$?" >&2; \exit 0' EXIT
      _kestra_mute_error_trap
      # The last command: in zsh, the trap is run when this function returns, and exit would hide the status from it.
      (
        _kestra_ignore_again
        case $_kestra_action in '') ;; *) \trap -- "$_kestra_action" ERR ;; esac
        "$@"
      )
      ;;
    *)
      case $_kestra_command in
        missing) _kestra_missing "$1" ;;
        *) "$@" ;;
      esac || _kestra_status=$?
      _kestra_print_line "kestra-$$:$_kestra_status" >&2
      ;;
  esac
}

# Keeps this subshell alive when the process group gets a signal, so that it can report the status of the command. That
# gets the signal as usual, because a trap is not inherited. An ignored signal stays ignored, without a trap.
_kestra_outlive_command() {
  _kestra_load_ignored
  case $((_kestra_ignored & 1)) in 0) \trap ':' HUP ;; esac
  case $((_kestra_ignored & 2)) in 0) \trap ':' INT ;; esac
  case $((_kestra_ignored & 4)) in 0) \trap ':' QUIT ;; esac
  case $((_kestra_ignored & 16384)) in 0) \trap ':' TERM ;; esac
  _kestra_ignore_again
}

# Sets _kestra_ignored, once, to a mask of the signals 1 to 16 that are ignored, or 0 without /proc.
_kestra_load_ignored() {
  case $_kestra_ignored in ?*) \return 0 ;; esac
  _kestra_ignored=0
  {
    while _kestra_read_line; do
      case $_kestra_line in
        SigIgn:*)
          # The last four digits are the signals 1 to 16.
          _kestra_ignored=$((0x${_kestra_line#"${_kestra_line%????}"}))
          \break
          ;;
      esac
    done </proc/self/status
  } 2>/dev/null || \:
}

# In zsh, a subshell no longer ignores what its parent does.
_kestra_ignore_again() {
  case $((_kestra_ignored & 1)) in 0) ;; *) \trap '' HUP ;; esac
  case $((_kestra_ignored & 2)) in 0) ;; *) \trap '' INT ;; esac
  case $((_kestra_ignored & 4)) in 0) ;; *) \trap '' QUIT ;; esac
  case $((_kestra_ignored & 16384)) in 0) ;; *) \trap '' TERM ;; esac
}

# Starts a reader in the background, because it may read longer than kestra_run waits. Its stdin is a pipe, its stdout
# is that of _kestra_receive, and records go to 9. Without the redirection, stdin in the background would be /dev/null.
_kestra_begin_reader() {  # LEVEL STREAM
  \trap '' HUP INT QUIT TERM
  _kestra_level=$1 _kestra_stream=$2
  { _kestra_read_stream 'cat >&4' 4>&1 >&9 9>&- <&5 5<&- & } 5<&0
}

# Reads the line that a reader prints at the end of COMMAND. Returns its status.
_kestra_receive() {
  _kestra_read_line || \return 1
  _kestra_line=${_kestra_line#x}
  \return "${_kestra_line%x}"
}

# The same as a process of its own. ksh93 waits for a process when it gets a signal with a trap, but not in read.
_kestra_receive_apart() {
  \command -v sh >/dev/null || { _kestra_receive; \return "$?"; }
  \command sh -c 'trap "" HUP INT QUIT TERM
read -r kestra_line || exit 1
kestra_line=${kestra_line#x}
exit "${kestra_line%x}"'
}
