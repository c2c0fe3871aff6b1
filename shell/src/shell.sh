case ${KESTRA_VERSION-} in 3.0.0) ;; *) KESTRA_VERSION=3.0.0 ;; esac

# The words that differ between shells. The build replaces a word's name between @ in a function by the word.
# WORKAROUNDS.md lists the shells and versions that need each.
# Words that are rarely needed are evaluated at run time instead, by \eval "$_kestra_WORD".
#
# word             meaning
# print            the command that writes its argument in one write(2)
# line_end         the end of that argument, so that a line end is written
# print_octal      the same for bytes in octal: command, then what begins each byte
# function_head    the text before the name of a function with local variables ...
# function_open    ... and the text after it
# read, test       these commands
# local            makes variables local
# quiet            appended to a print whose error message would be a second one
# flush            tries to write what the shell has kept of a record; returns 1 when it keeps none
# enter_scope      the first command of a scope
# run_scope        runs the command of a scope
# enter_bytes      makes characters bytes, inside a function
# quote_setup      the first command of _kestra_quote
# bash_compat      text that is \ where BASH_COMPAT is set
# when_traced      before and ...
# trace_again      ... after what a function does under set -x, which is off meanwhile; then it returns _kestra_status.
#                  Both are empty where functions are not traced
# hide_trace       turns set -x off in a wrapper; in mksh and zsh, the end of a function turns it on again
# show_trace       turns it on again
# show_trace_and_leave  does both: see leave
# long             pattern of the lengths that are not printed at once
# needs_escape     pattern of "LENGTH:TEXT" that does more than escape quotes, or does it in a long text
# is_function      a test: whether "$1" names a function, or may
# frame            in an ERR trap, the word and pattern of a case that tells whether a command of ours has failed
# code_frame       the same for what eval and its like run, which is the caller's
# call_words       calls "$@", a function, and sets _kestra_status, where that is not simple; in mksh array, in ksh93 line
# catch_signals    before and ...
# release_signals  ... after a command whose timer a signal must not lose, where it runs no EXIT trap
# forget_traps     before print_traps
# print_traps      prints the traps; in dash, mksh and zsh, a subshell has none
# load_error_trap  sets _kestra_trap to the ERR trap that functions have, if it would tell of ours, too
# set_error_trap   before and ...
# unset_error_trap ... after a function is called in ours, see _kestra__call_function
# reload_error_trap sets _kestra_trap to the ERR trap, if there is anything to put back
# load_inherited_trap  sets _kestra_trap to the ERR trap that a subshell inherits
# begin_posix_traps and end_posix_traps: see time.sh
# begin_failed     the first command of kestra_failed: turns set -x off, and sets the status, the caller's line, the
#                  command and, where set -x must be turned on again, the flags
# note_line        keeps the caller's line, before the first simple command of a function
# place            the caller's position, as in the shell's error messages
# leave            returns _kestra_status so that set -e and the ERR trap see it in the caller, as a program's
# end_of_function  ends kestra_time after a function has run, when the ERR trap may have reported it already
# run_function     runs a function for kestra_run, and sets _kestra_status
# ignore_signals   protects the readers of kestra_run before they begin
# restore_options  gives the command of kestra_run the caller's options
# receive          takes the status from a reader: the last command of a pipeline
# skip_chunk       removes _kestra_chunk from the start of _kestra_text
# slow_length      pattern of the lengths where awk is faster than the shell

# A brace before a hash begins a comment in Kestra's templates, which render pasted scripts: the build writes this instead.
_kestra_hash='#'
_kestra_lf='
'
# See _kestra_escape_braces.
_kestra_brace='::{'
# dash has no \$'\t': there, a tab is one of the rare bytes.
_kestra_tab=''
# Everything except printable ASCII without " and \. In a set, musl reads a backslash as one.
_kestra_unsafe='[!] !#-[^-~]'
# The bytes 1 to 31 and 127 to 255, once _kestra_load_byte_values has run.
_kestra_bytes=''
# The remembered characters, those of them that _kestra_recall does not know yet with their escapes, and what it knows:
# arms of a case, or in bash an array. See _kestra_remember.
_kestra_symbols=''
_kestra_new_symbols=''
_kestra_new_escapes=''
_kestra_symbol_count=0
_kestra_arms=''
_kestra_memory='case'
_kestra_is_learning=''
# The last text that it could not convert.
_kestra_unknown=''
# A backslash once a write has failed, so that later records use the slower, safe functions.
_kestra_failed=''
# x while a function has turned set -x off; the second while _kestra_load has. The third has an x or - for each wrapper
# that is running, in ksh93 its flags and a colon.
_kestra_traced=''
_kestra_loading=''
_kestra_hidden=''

# A backslash passes over aliases, command and builtin over functions.
_kestra_print='\command printf %s'
_kestra_line_end=$_kestra_lf
_kestra_print_octal='\command printf \'
_kestra_function_head=''
_kestra_function_open='() {'
_kestra_read='\command read'
_kestra_test='\command test'
_kestra_local='\local'
_kestra_quiet=''
_kestra_flush='! \:'
_kestra_is_function='\builtin typeset -f -- "$1" >/dev/null 2>&1'
_kestra_frame='- in +'
_kestra_code_frame=$_kestra_frame
_kestra_call_words=''
_kestra_catch_signals='_kestra_catch_signals'
_kestra_release_signals='_kestra_release_signals "$5"'
_kestra_print_traps='\trap'
_kestra_forget_traps='\:'
# Or _kestra_load: see api.sh.
_kestra_define_now=':'
# yes: see _kestra_list_traps in command.sh
_kestra_has_trap_list=yes
_kestra_has_error_trap=''
_kestra_load_error_trap='_kestra_trap=-'
_kestra_set_error_trap='\:'
_kestra_unset_error_trap='\:'
_kestra_reload_error_trap='\:'
_kestra_load_inherited_trap='_kestra_trap=-'
_kestra_begin_posix_traps='\:'
_kestra_end_posix_traps='\:'
_kestra_begin_failed='{ \set -- "$?" "${1-}" "${BASH_COMMAND-}" "$-"; \set +x; } 2>/dev/null'
_kestra_note_line=''
_kestra_place='$0'
_kestra_leave='if \return "$_kestra_status"; then \:; fi'
_kestra_run_function='_kestra_run "$@"; _kestra_status=$?'
_kestra_receive='{ \trap "" HUP INT QUIT TERM; _kestra_receive; }'
_kestra_ignore_signals='_kestra_load_ignored; \trap "" HUP INT QUIT TERM'
_kestra_restore_options='\:'
_kestra_enter_scope=''
_kestra_run_scope='"$@"'
_kestra_enter_bytes=''
_kestra_quote_setup=''
_kestra_bash_compat=''
_kestra_when_traced='case $- in *x*) { \set +x; } 2>/dev/null'
_kestra_trace_again="{ \\set -x; $_kestra_leave; } 2>/dev/null ;; esac"
_kestra_hide_trace='case $- in
  *x*) { _kestra_hidden=x$_kestra_hidden; \set +x; } 2>/dev/null ;;
  *) _kestra_hidden=-$_kestra_hidden ;;
esac'
_kestra_show_trace='case $_kestra_hidden in
  x*) _kestra_hidden=${_kestra_hidden#x}; { \set -x; \return 0; } 2>/dev/null ;;
esac
_kestra_hidden=${_kestra_hidden#-}'
_kestra_show_trace_and_leave="case \$_kestra_hidden in
  x*) _kestra_hidden=\${_kestra_hidden#x}; { \\set -x; $_kestra_leave; } 2>/dev/null ;;
  *) _kestra_hidden=\${_kestra_hidden#-}; $_kestra_leave ;;
esac"
_kestra_end_of_function=$_kestra_show_trace_and_leave
_kestra_long='[1-9][0-9][0-9][0-9][0-9]*'
_kestra_needs_escape='[0-9][0-9][0-9][0-9]:*\"*|*[!\ -~]*|*\\*|*::\{*'
_kestra_slow_length='[5-9][0-9][0-9][0-9]'
_kestra_skip_chunk='_kestra_text=${_kestra_text#"$_kestra_chunk"}'
# slash: has ${text//a/b}; split: has to split by IFS.
_kestra_replace='slash'

_kestra_status_of_first='_kestra_status=${PIPESTATUS[0]}'
case ${ZSH_VERSION:+zsh} in zsh) _kestra_status_of_first='_kestra_status="${pipestatus[@]:0:1}"' ;; esac
# What an inherited ERR trap prints in the subshell would go to the pipe, and it would report twice.
_kestra_run_by_pipestatus='
  if [[ -o pipefail ]]; then
    \set +o pipefail
    { \set -o pipefail; _kestra_mute_error_trap; _kestra_outlive_command; _kestra_run "$@"; } | \:
    '"$_kestra_status_of_first"'
    \set -o pipefail
  else
    { _kestra_mute_error_trap; _kestra_outlive_command; _kestra_run "$@"; } | \:
    '"$_kestra_status_of_first"'
  fi'

# Versions may have been exported by another shell: the shells that have one have builtin, too.
_kestra_text=${BASH_VERSION:+bash}${ZSH_VERSION:+zsh}${KSH_VERSION-}
\command -v builtin >/dev/null 2>&1 || _kestra_text=''
case $_kestra_text in
  bash)
    _kestra_print='\builtin printf %s'
    _kestra_local='\builtin local'
    _kestra_enter_bytes='\builtin local LC_ALL=C 2>&- || { _kestra_awk message "$@" && \return 0; }'
    # ${//} is quadratic in other locales.
    _kestra_quote_setup='case ${BASH_COMPAT:+-}${'$_kestra_hash'1} in
      -*) \return 1 ;;
      ???*) \builtin local LC_ALL=C 2>&- || \: ;;
    esac'
    # It traces case, except when stderr is closed.
    _kestra_when_traced='{ case $- in *x*) _kestra_traced=x; \set +x ;; esac; } 2>&-
      case $_kestra_traced in x) _kestra_traced='
    _kestra_hide_trace="{ $_kestra_hide_trace; } 2>/dev/null"
    _kestra_frame='${FUNCNAME-} in kestra_*|_kestra_*'
    _kestra_code_frame='${FUNCNAME-}:${BASH_COMMAND-} in kestra_*|_kestra_[!_]*|_kestra__*:\"*'
    _kestra_catch_signals='\:'
    _kestra_release_signals='\:'
    _kestra_print_traps='\trap -p "$1"'
    # In a subshell it prints the traps of its parent, until one is changed there.
    _kestra_forget_traps='case $BASH_SUBSHELL in 0) ;; *) \trap - RTMAX ;; esac'
    _kestra_load_error_trap='case $- in *E*) _kestra_load_trap ERR ;; *) _kestra_trap=- ;; esac'
    _kestra_set_error_trap='\trap -- "$_kestra_error_trap" ERR'
    # Without -E, the end of our function puts the ERR trap back.
    _kestra_unset_error_trap='case $- in *E*) ;; *) \trap - ERR ;; esac'
    _kestra_reload_error_trap='case $- in *E*) _kestra_load_trap ERR ;; *) _kestra_trap= ;; esac'
    _kestra_load_inherited_trap=$_kestra_load_error_trap
    _kestra_place='${BASH_SOURCE[1]:-$0}: line ${BASH_LINENO[0]}'
    # The status comes from PIPESTATUS, because with set -e the shell would end here without the ERR trap.
    _kestra_run_function=$_kestra_run_by_pipestatus
    # With BASH_COMPAT, 5.2 and newer lose a backslash in ${//}.
    _kestra_bash_compat='${BASH_COMPAT:+\\}'
    case $BASH_VERSION in
      3.*|4.[01].*) ;;
      *)
        # It copies a function at each call, with all arms.
        \builtin declare -gA _kestra_escape_of 2>/dev/null && _kestra_memory='array'
        ;;
    esac
    case $BASH_VERSION in
      [34].*)
        # A range depends on the locale.
        _kestra_needs_escape='[0-9][0-9][0-9][0-9]:*\"*|*[![:ascii:]]*|*[[:cntrl:]]*|*\\*|*::\{*'
        _kestra_quote_setup='\builtin local LC_ALL=C 2>&- || \return 1'
        ;;
    esac
    ;;
  zsh)
    _kestra_print='\builtin printf %s'
    # Its builtin `command` runs only programs.
    _kestra_read='\builtin read'
    _kestra_test='\builtin test'
    _kestra_local='\builtin local'
    _kestra_enter_scope='\builtin emulate -LR sh; \builtin setopt no_multibyte'
    _kestra_frame='${funcstack[1]-} in kestra_*|_kestra_*'
    _kestra_load_inherited_trap='_kestra_load_trap ERR'
    _kestra_begin_posix_traps='_kestra_text=0; [[ -o posix_traps ]] || _kestra_text=1; \builtin setopt posix_traps'
    _kestra_end_posix_traps='case $_kestra_text in 1) \builtin unsetopt posix_traps ;; esac'
    _kestra_place='${funcfiletrace[1]-$0}'
    # It lists no HUP, INT or TERM that it was started to ignore, as by nohup, and a trap would end that. Then, and where
    # no file tells, none of them is caught. They are bits of the last four digits of SigIgn.
    _kestra_catch_signals='_kestra_text=""
      [[ ! -r /proc/self/status ]] || _kestra_text=$(</proc/self/status)
      _kestra_text=${_kestra_text##*SigIgn:?????????????} _kestra_text=${_kestra_text%%[!0-9a-f]*}
      case $((0x${_kestra_text:-ffff} & 0x4003)) in
        0) ;;
        *) _kestra_all_traps="$_kestra_all_traps HUP$_kestra_lf INT$_kestra_lf TERM$_kestra_lf" ;;
      esac
      _kestra_catch_signals'
    # When exit ends a function, the EXIT trap becomes again what it was before the function, and ours is not called.
    # Then this sends the timer.
    _kestra_call_words='\builtin local _kestra_ended="" "_kestra_end=$_kestra_end"
      { "$@"; _kestra_status=$? _kestra_ended=x; } always {
        case $_kestra_ended in
          x) ;;
          *) [[ -o posix_traps ]] || _kestra_end_deep 50 ;;
        esac
      }'
    # Already reported: a temporary trap reports nothing.
    _kestra_end_of_function='\builtin setopt local_traps
      \builtin trap : ERR
      \builtin unsetopt local_traps
      \return "$_kestra_status"'
    # Started as sh, zsh has no pipestatus and no funcstack. Then the ERR trap is put back for the function only, and
    # ours keeps set -e from ending this shell before the caller is reached.
    _kestra_run_function='case ${pipestatus+native} in
      native) '$_kestra_run_by_pipestatus' ;;
      *)
        _kestra_load_trap ERR
        case $_kestra_trap in "?") _kestra_action=- ;; *) _kestra_action=$_kestra_trap ;; esac
        _kestra_errexit=on
        \trap -- "case \$- in *e*) _kestra_errexit=off; \\set +e ;; esac" ERR
        _kestra_run "$@"
        _kestra_status=$?
        \trap -- "$_kestra_action" ERR
        case $_kestra_errexit in off) \set -e ;; esac
    esac'
    # Sometimes the last command of a pipeline is in a subshell: otherwise a trap that ignores signals would last.
    _kestra_receive='case $ZSH_SUBSHELL in
      "$_kestra_subshell") _kestra_receive_apart ;;
      *) \trap "" HUP INT QUIT TERM; _kestra_receive ;;
    esac'
    # Without posix_traps, a subshell no longer ignores what its parent does.
    _kestra_ignore_signals='[[ -o posix_traps ]] || _kestra_posix_traps=off
      \builtin setopt posix_traps
      '$_kestra_ignore_signals
    _kestra_restore_options='case $_kestra_posix_traps in off) \builtin unsetopt posix_traps ;; esac'
    # Its printf prints an error and still succeeds. If stderr was closed instead, that would end a script in a file.
    _kestra_quiet='2>/dev/null'
    _kestra_quote_setup=$_kestra_enter_scope
    # finish.sh gives its functions their own options.
    _kestra_define_now='_kestra_load'
    _kestra_when_traced=''
    _kestra_trace_again=''
    # Started as sh, zsh has no options.
    _kestra_hide_trace='{ case "${dis_builtins+${options[warnnestedvar]::=off}${options[xtrace]::=off}}$-" in x*|[!o]*x*) \set +x ;; esac; } 2>/dev/null'
    _kestra_show_trace=''
    _kestra_show_trace_and_leave=$_kestra_leave
    ;;
  *MIRBSD*)
    _kestra_print='\builtin print -r --'
    _kestra_line_end=''
    _kestra_print_octal='\builtin print -n \0'
    _kestra_local='\builtin typeset'
    # set -x is off from here on.
    _kestra_note_line='for _kestra_line_of_call in "$LINENO"; do
      case $- in *x*) \set +x ;; esac
      _kestra_line_of_code=$LINENO
    done'
    _kestra_place='$0[$_kestra_line_of_call]'
    _kestra_begin_failed='for _kestra_failed_status in "$?"; do case $- in *x*) \set +x ;; esac; done
      \set -- "$_kestra_failed_status" "${1-}" "" ""'
    _kestra_run_function=$_kestra_run_by_pipestatus
    _kestra_load_error_trap='_kestra_load_trap ERR'
    # After an ERR trap, an EXIT trap has another status. With set -e, the shell ends whatever the trap does.
    _kestra_set_error_trap='case $_kestra_has_error_trap in yes) \trap -- "$_kestra_error_trap" ERR ;; esac'
    _kestra_reload_error_trap='_kestra_load_trap ERR'
    # Only its arguments tell of a function that an ERR trap is for.
    _kestra_frame='${1-}:$- in "kestra frame:"*([!e])'
    _kestra_call_words='array'
    # Without -U, characters are bytes.
    _kestra_run_scope='case $- in *U*) _kestra_with_bytes "$@" ;; *) "$@" ;; esac'
    _kestra_define_now='_kestra_load'
    # It traces to where stderr was when set -x began, so that this is a line; the end of a function puts the flag back.
    _kestra_when_traced='case $- in *x*) \set +x'
    _kestra_trace_again="$_kestra_leave ;; esac"
    _kestra_hide_trace=''
    _kestra_show_trace=''
    _kestra_show_trace_and_leave=$_kestra_leave
    # ${//} is quadratic.
    _kestra_slow_length='[2-9][0-9][0-9][0-9]'
    ;;
  ?*)
    # ksh93: typeset is local in such a function only, and a range is right in C only.
    _kestra_define_now='_kestra_load'
    _kestra_function_head='function '
    # None is remembered: a further function would not be in the buffer of 8 KB, and a file would be open for the others.
    _kestra_symbol_count=100
    _kestra_function_open=' { \typeset LC_ALL=C;'
    _kestra_local='\typeset'
    _kestra_when_traced=''
    _kestra_trace_again=''
    _kestra_frame='${.sh.fun} in kestra_*|_kestra_*'
    _kestra_code_frame='${.sh.fun}:$LINENO in kestra_*|_kestra_[!_]*|_kestra__*:$_kestra_own_line'
    _kestra_call_words='line'
    # It runs an EXIT trap, which does not know the signal.
    _kestra_catch_signals='_kestra_all_traps=$(\trap)$_kestra_lf; _kestra_catch_signals'
    _kestra_release_signals='_kestra_all_traps=$(\trap)$_kestra_lf; _kestra_release_signals "$5"'
    # After if, set -e would not see it at all.
    _kestra_leave='\return "$_kestra_status"'
    # A loop and set are not traced. The text of all functions that eval defines has to be shorter than 8 KB.
    _kestra_hide_trace='for _kestra_hidden in "$-:$_kestra_hidden"; do \set +x; done'
    _kestra_begin_failed='for _kestra_failed_status in "$?:$-"; do \set +x; done
      \set -- "${_kestra_failed_status%%:*}" "${1-}" "" "$_kestra_failed_status"'
    _kestra_show_trace='_kestra_trace_on'
    _kestra_trace_and_leave="case \${_kestra_hidden%%:*} in *x*) { _kestra_trace_on; $_kestra_leave; } 2>/dev/null ;; esac
      _kestra_trace_on; $_kestra_leave"
    _kestra_show_trace_and_leave='\eval "$_kestra_trace_and_leave"'
    _kestra_end_of_function=$_kestra_show_trace_and_leave
    _kestra_is_function='\typeset -f -- "$1" >/dev/null 2>&1'
    _kestra_has_trap_list=no
    _kestra_load_error_trap='_kestra_load_trap ERR'
    _kestra_set_error_trap='\trap -- "$_kestra_error_trap" ERR'
    _kestra_reload_error_trap='_kestra_load_trap ERR'
    _kestra_run_function='_kestra_run "$@"'
    _kestra_receive='{ _kestra_receive_apart || _kestra_status=$?; }'
    # What it has ignored once, it ignores in the command, too.
    _kestra_ignore_signals='_kestra_outlive_command'
    # It keeps what it could not write, and writes it with its next output.
    _kestra_flush='_kestra_flush'
    # Of a record of more than 4096 bytes, a pipe that does not block takes a part, and what it keeps then is spoiled.
    _kestra_long_text="@([2-9][0-9][0-9][0-9]:*|$_kestra_long)"
    _kestra_long='$_kestra_long_text'
    # A set is faster than two patterns.
    _kestra_needs_escape='*[!]-~\ !#-[]*|*::\{*'
    ;;
  *)
    # dash has no fast test, and no ERR trap; busybox has both.
    _kestra_is_function='case $(\command -V -- "$1" 2>/dev/null) in *function*) ;; *) ! \: ;; esac'
    _kestra_text=a
    \command eval '_kestra_text=${_kestra_text//a/b}' 2>/dev/null || {
      _kestra_replace='split'
      _kestra_is_function='\:'
    }
    ;;
esac
case $_kestra_replace in
  slash)
    \eval "_kestra_tab=\$'\\t'"
    # Here, removing a prefix takes quadratic time.
    _kestra_skip_chunk='_kestra_text=${_kestra_text:${'$_kestra_hash'_kestra_chunk}}'
    ;;
esac

# The variables of wrappers and readers, which are not local. With warn_create_global, zsh warns of those that a
# function creates.
_kestra_action='' _kestra_all_traps='' _kestra_batch='' _kestra_begun='' _kestra_call='' _kestra_command=''
_kestra_end='' _kestra_err='' _kestra_err_stream='' _kestra_errexit='' _kestra_error_trap='' _kestra_failed_call=''
_kestra_failed_line='' _kestra_ignored='' _kestra_join='' _kestra_now='' _kestra_out='' _kestra_out_stream=''
_kestra_outer_timers='' _kestra_own_line='' _kestra_posix_traps='' _kestra_program='' _kestra_short=''
_kestra_signal='' _kestra_status='' _kestra_subshell='' _kestra_timers='' _kestra_trap='' _kestra_traps=''
_kestra_used='' _kestra_warned='' _kestra_word=''

# The local variables of a scope. Outside of one, some are not local.
_kestra_locals="_kestra_path _kestra_line _kestra_level _kestra_stream _kestra_parts _kestra_index _kestra_json \
  _kestra_length _kestra_pending _kestra_text _kestra_rest _kestra_chunk _kestra_output _kestra_entry_separator \
  _kestra_units _kestra_byte _kestra_byte_value _kestra_code_point _kestra_following _kestra_low _kestra_high \
  _kestra_kind _kestra_key _kestra_keys _kestra_value _kestra_quoted _kestra_member _kestra_problem _kestra_seconds \
  _kestra_microseconds"
_kestra_path='' _kestra_line='' _kestra_level='' _kestra_stream='' _kestra_parts='' _kestra_index=''
_kestra_json='' _kestra_length='' _kestra_pending='' _kestra_text='' _kestra_rest='' _kestra_chunk=''
_kestra_output='' _kestra_entry_separator='' _kestra_units='' _kestra_byte='' _kestra_byte_value=''
_kestra_code_point='' _kestra_following='' _kestra_low='' _kestra_high='' _kestra_kind='' _kestra_key=''
_kestra_keys='' _kestra_value='' _kestra_quoted='' _kestra_member='' _kestra_problem='' _kestra_seconds=''
_kestra_microseconds=''

# Calls COMMAND with ARGUMENTs, with its own variables. Returns its status.
@function_head@_kestra_scope@function_open@  # COMMAND [ARGUMENT]...
  @enter_scope@
  @local@ @locals@
  @run_scope@
}

# Calls COMMAND with ARGUMENTs, without mksh's option -U. Returns its status.
_kestra_with_bytes() {  # COMMAND [ARGUMENT]...
  \set +U
  "$@"
  \set -- "$?"
  \set -U
  \return "$1"
}
