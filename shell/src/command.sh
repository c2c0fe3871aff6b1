# The caller's commands, for kestra_time and kestra_run.
#
# A program or builtin is called where set -e and ERR traps have no effect, and its status is returned to where they do.
# A function must be called where they have effect, because it may stop at its first failing command. Then the ERR trap
# must not report our own functions, too.

# Sets _kestra_command to function, missing or program, which includes builtins. A command that may run the caller's
# code or end the shell counts as a function.
_kestra_find_command() {  # COMMAND ARGUMENT
  _kestra_command=program
  case $1 in command|builtin) \set -- "${2:--}" ;; esac
  case $1 in
    eval|.|source|command|builtin|exec|exit|return|-*) _kestra_command=function ;;
    *)
      if \command -v -- "$1" >/dev/null 2>&1; then
        if _kestra_is_function "$1"; then _kestra_command=function; fi
      else
        _kestra_command=missing
      fi
      ;;
  esac
}

# Returns 0 if COMMAND is a function, or may be one.
_kestra_is_function() {  # COMMAND
  @is_function@
}

# Reports a missing command as the shell does, but with the caller's position. Returns 127, or 126 if a file exists.
_kestra_missing() {  # COMMAND
  \set -- "$1" 'command not found' 127
  case $1 in
    */*)
      \set -- "$1" 'No such file or directory' 127
      if _kestra_test -d "$1"; then
        \set -- "$1" 'Is a directory' 126
      elif _kestra_test -e "$1"; then
        \set -- "$1" 'Permission denied' 126
      fi
      ;;
  esac
  _kestra_print_line "$_kestra_place: $1: $2" >&2 2>/dev/null || \:
  \return "$3"
}

# Turns set -x on again, if a wrapper has turned it off. In ksh93.
_kestra_trace_on() {
  for _kestra_text in "${_kestra_hidden%%:*}"; do
    _kestra_hidden=${_kestra_hidden#*:}
    case $_kestra_text in *x*) \set -x ;; esac
  done
}

# Calls COMMAND, after N other arguments. Returns its status.
_kestra_call_rest() {  # N [IGNORED]... COMMAND [ARGUMENT]...
  \shift "$(($1 + 1))"
  "$@"
}

# The command test.
_kestra_test() {  # [WORD]...
  @test@ "$@"
}

# Sets _kestra_word to TEXT between single quotes.
_kestra_quote_word() {  # TEXT
  _kestra_word=''
  while case $1 in *\'*) ;; *) \break ;; esac; do
    _kestra_word=$_kestra_word${1%%\'*}"'\\''"
    \set -- "${1#*\'}"
  done
  _kestra_word="'$_kestra_word$1'"
}

# Sets _kestra_trap to the caller's action for EXIT or ERR: - if there is none, ? if it is unknown.
_kestra_load_trap() {  # EXIT|ERR
  _kestra_trap='?' _kestra_traps='' _kestra_all_traps='?'
  _kestra_list_traps "$1" || \return 0
  _kestra_all_traps=$_kestra_traps
  case $_kestra_traps in
    "trap -- "*" $1$_kestra_lf"*)
      _kestra_traps=$_kestra_lf${_kestra_traps%%" $1$_kestra_lf"*}
      _kestra_traps=${_kestra_traps##*"$_kestra_lf"trap -- }
      ;;
    *) _kestra_trap=-; \return 0 ;;
  esac
  # It is one word, quoted by the shell if necessary. A line in the text of another trap may look like our end.
  case $_kestra_traps in
    \'*\'|\$\'*\') ;;
    *[!A-Za-z0-9_./-]*) \return 0 ;;
  esac
  case $_kestra_traps in
    *"$_kestra_lf"*) (\eval "\\: $_kestra_traps") >/dev/null 2>&1 || \return 0 ;;
  esac
  \eval "_kestra_trap=$_kestra_traps"
}

# Sets _kestra_traps to the output of trap, EXIT first. Returns 1 if that fails.
# In some shells a subshell does not have the traps, so $() does not work: trap writes to a here-document that is opened
# again, which is a pipe or a file. It is not empty, because bash uses /dev/null for an empty one.
# ksh93 has the traps in a subshell and prints only the action, and so sets _kestra_trap here.
case $_kestra_has_trap_list in
  yes)
    _kestra_list_traps() {  # EXIT|ERR
      @forget_traps@
      {
        { @print_traps@ && _kestra_print_line 'kestra end'; } >>/proc/self/fd/9
        while _kestra_read_whole_line; do
          case $_kestra_line in
            'kestra begin') \continue ;;
            'kestra end') \return 0 ;;
          esac
          _kestra_traps=$_kestra_traps$_kestra_line$_kestra_lf
        done <&9
      } 2>/dev/null 9<<END
kestra begin
END
      \return 1
    }
    ;;
  no)
    _kestra_list_traps() {  # EXIT|ERR
      _kestra_trap=$(\trap -p "$1")
      case $_kestra_trap:$1 in
        :*) _kestra_trap=- ;;
        # It quotes this one only.
        *:ERR) \eval "_kestra_trap=$_kestra_trap" ;;
      esac
      \return 1
    }
    ;;
esac

# Sets _kestra_error_trap to an ERR trap that does ACTION for the caller's functions, and tells nothing of ours. There
# it takes set -e away: the shell does not end, so that we can return to where the caller's ERR trap is called first.
_kestra_make_error_trap() {  # ACTION COMMAND
  _kestra_has_error_trap=yes
  case $1 in -|'?') \set -- '\:' "$2"; _kestra_has_error_trap=no ;; esac
  case $2 in
    eval|.|source|command|builtin) \set -- "$1" "$_kestra_code_frame" ;;
    *) \set -- "$1" "$_kestra_frame" ;;
  esac
  _kestra_error_trap="case $2) case \$- in *e*) _kestra_errexit=off; \\set +e ;; esac ;; *) $1
;; esac"
}

# Calls a function, after N other arguments. Sets _kestra_status. Returns 0, if set -e does not end the shell.
# Its name is the only one with __, by which an ERR trap knows it: what eval runs here is the caller's.
_kestra__call_function() {  # N [IGNORED]... COMMAND [ARGUMENT]...
  _kestra_errexit=on
  \eval "$_kestra_set_error_trap"
  \shift "$(($1 + 1))"
  case $_kestra_call_words:$1 in
    array:eval|array:.|array:source|array:command|array:builtin|array:exec|array:exit|array:return|:*)
      "$@"
      _kestra_status=$?
      ;;
    line:*)
      for _kestra_own_line in "$LINENO"; do "$@"; done
      _kestra_status=$?
      ;;
    array:*)
      # Not by eval, in which a condition would not keep set -e from ending the shell.
      \set -A _kestra_words -- "$@"
      \set -- "kestra frame"
      "${_kestra_words[@]}"
      _kestra_status=$?
      ;;
    *) \eval "$_kestra_call_words" ;;
  esac
  \eval "$_kestra_unset_error_trap"
  case $_kestra_errexit in off) \set -e ;; esac
}

# Puts back the ERR trap, unless the function has set another.
_kestra_put_back_error_trap() {  # ACTION
  \eval "$_kestra_reload_error_trap"
  case $_kestra_trap in *' in *e*) _kestra_errexit=off; '*) \trap -- "$1" ERR ;; esac
}

# In a subshell, keeps an inherited ERR trap from reporting our functions.
_kestra_mute_error_trap() {
  \eval "$_kestra_load_inherited_trap"
  case $_kestra_trap in
    -|'?'|*' in *e*) _kestra_errexit=off; '*) ;;
    *)
      _kestra_make_error_trap "$_kestra_trap" ''
      \trap -- "$_kestra_error_trap" ERR
      ;;
  esac
}
