# Readers: send each line of a stream as one log.

# Sends each line of stdin as one log. Returns 1 when a word is refused. In a scope.
_kestra_pipe() {  # [-j | -l [-m]] [--batch] [--] [LEVEL]
  _kestra_parse_options kestra_pipe "$@" || \return 1
  _kestra_level=$_kestra_out _kestra_stream=$_kestra_out_stream
  _kestra_read_stream '' >&"$_kestra_stream" || \:
}

# Reads the options of a call. Sets _kestra_join, _kestra_batch, the levels _kestra_out and _kestra_err, _kestra_out_stream,
# _kestra_err_stream, for kestra_run _kestra_command, and _kestra_used to the number of words. Returns 1 for an error.
_kestra_parse_options() {  # CALL [WORD]...
  _kestra_call=$1 _kestra_path='' _kestra_join=lines _kestra_short='' _kestra_batch=''
  _kestra_out=INFO _kestra_err=ERROR _kestra_used=$#
  \shift
  while \:; do
    case $_kestra_call:${1-} in
      *:-j) case $_kestra_join in lines) _kestra_join='join' ;; esac ;;
      *:-l|*:--levels) _kestra_join=levels ;;
      *:-m|*:--message) _kestra_short=1 ;;
      *:--batch) _kestra_batch=0.05 ;;
      kestra_run:-o|kestra_run:-e)
        case $# in 1) _kestra_refuse "kestra_run: expected a level after $1, got nothing"; \return 1 ;; esac
        case $1 in -o) _kestra_out=$2 ;; *) _kestra_err=$2 ;; esac
        \shift
        ;;
      *:--) \shift; \break ;;
      *:-?*)
        _kestra_escape "$1" ''
        _kestra_refuse "$_kestra_call: unknown option \"$_kestra_json\""
        \return 1
        ;;
      *) \break ;;
    esac
    \shift
  done
  _kestra_used=$((_kestra_used - 1 - $#))
  case $_kestra_short:$_kestra_join in
    1:levels|:*) ;;
    *) _kestra_refuse "$_kestra_call: -m: expected --levels with it"; \return 1 ;;
  esac
  case $_kestra_call:$# in
    kestra_run:0) _kestra_refuse 'kestra_run: expected [-j] [-o LEVEL] [-e LEVEL] COMMAND'; \return 1 ;;
    kestra_run:*) _kestra_find_command "$1" "${2-}"; _kestra_path='kestra_run: -o' ;;
    *:0) ;;
    *:1) _kestra_out=$1 _kestra_path=level ;;
    *) _kestra_refuse 'kestra_pipe: expected [-j] [LEVEL]'; \return 1 ;;
  esac
  _kestra_pick_stream "$_kestra_path" "$_kestra_out" || \return 1
  _kestra_out=$_kestra_level _kestra_out_stream=$_kestra_stream
  _kestra_pick_stream 'kestra_run: -e' "$_kestra_err" || \return 1
  _kestra_err=$_kestra_level _kestra_err_stream=$_kestra_stream
  # With --levels, a record is on the stream where its text would have been.
  case $_kestra_join:$_kestra_call:${KESTRA_FD-} in
    levels:kestra_run:"$_kestra_err_stream") ;;
    levels:kestra_run:*) _kestra_out_stream=1 _kestra_err_stream=2 ;;
  esac
  case $_kestra_batch in ?*) _kestra_warn_of_docker ;; esac
}

# Sends a log, once, where records of several logs are slower. A task runner of a cluster sets one of these variables.
_kestra_warn_of_docker() {
  case $_kestra_warned${KUBERNETES_SERVICE_HOST+1}${AWS_BATCH_JOB_ID+1}${AZ_BATCH_TASK_ID+1} in ?*) \return 0 ;; esac
  _kestra_test -e /.dockerenv || \return 0
  _kestra_warned=1
  _kestra_log DEBUG 'batch: the Docker runner reads records of many logs slowly; batches are for Kubernetes, AWS Batch and Azure Batch'
}

# Sets _kestra_level, and _kestra_stream to the descriptor of its records. Returns 1 for a level that does not exist.
_kestra_pick_stream() {  # PATH LEVEL
  _kestra_stream=1
  _kestra_parse_level "$1" "$2" || \return 1
  case ${KESTRA_FD-} in
    [1-9]|[1-9][0-9]|[1-9][0-9][0-9])
      if { { \:; } >&"$KESTRA_FD"; } 2>/dev/null; then _kestra_stream=$KESTRA_FD; fi
      ;;
  esac
}

# Sends each line of stdin as one log to stdout. With -j, the lines of an event are one log, and errors go to stderr.
# At our own line, which ends what kestra_run waits for, DONE gets the status in it; more lines may follow.
# awk does it, or without awk the shell.
_kestra_read_stream() {  # DONE
  \command -v awk >/dev/null || {
    # A subshell, because in ksh93 and zsh the end of a pipeline may be the caller's shell.
    (\trap '' HUP INT QUIT TERM; _kestra_scope _kestra_read_lines "$1" "$_kestra_level" "$_kestra_stream")
    \return 0
  }
  \set -- LC_ALL=C kestra_mode="$_kestra_join" kestra_level="$_kestra_level" kestra_batch="$_kestra_batch" \
    kestra_mark="kestra-$$:" kestra_done="$1"
  case $_kestra_stream in 1) \set -- "$@" kestra_errors='cat >&7' ;; esac
  # Without -W interactive, mawk waits for 4 KB.
  case $(\command awk -W version </dev/null 2>&1) in
    mawk*) \set -- "$@" awk -W interactive ;;
    *) \set -- "$@" awk ;;
  esac
  case $_kestra_join in
    levels) _kestra_load_program levels; \set -- kestra_message="$_kestra_short" "$@" ;;
    *) _kestra_load_program pipe ;;
  esac
  \set -- "$@" "$_kestra_program"
  case $_kestra_join in join) _kestra_seconds=1 ;; levels) _kestra_seconds=0.1 ;; *) _kestra_seconds='' ;; esac
  case $_kestra_seconds$_kestra_batch in
    '') \command sh -c "$_kestra_shield" sh "$@" 7>&2 2>/dev/null ;;
    *)
      \command sh -c "$_kestra_ticker" "kestra-$$:" "$_kestra_seconds" "$_kestra_batch" |
        \command sh -c "$_kestra_shield" sh "$@" 7>&2 2>/dev/null
      ;;
  esac
}

# A reader is a separate process that signals do not end: it reads to the end of its input. It opens pipes again, as
# another process may have made ours non-blocking, and awk does not wait. A pipe is opened for reading, too, because
# opening it without a reader would wait for one; that end is closed before anything is written.
_kestra_shield='trap "" HUP INT QUIT TERM
{ [ -p /proc/self/fd/1 ] && { :; } 6<>/proc/self/fd/1 && exec 6<>/proc/self/fd/1 >/proc/self/fd/1 6>&-; } 2>/dev/null
{ [ -p /proc/self/fd/7 ] && { :; } 6<>/proc/self/fd/7 && exec 6<>/proc/self/fd/7 7>/proc/self/fd/7 6>&-; } 2>/dev/null
exec env "$@"'

# Passes stdin on, with a tick each EVENT_SECONDS and one that ends with + each BATCH_SECONDS, unless they are empty. Where
# sleep takes no fraction, that is each second.
# Two ticks without a line between them end an event, and one with + a batch. The last mark is no tick: it only ends a line
# without a line end, behind which mawk 1.3.4 may read what is left in its memory.
_kestra_ticker='trap "" HUP INT QUIT TERM
tick() {
  while { sleep "$2" || sleep 1; } >/dev/null 2>&1 && echo "$1"; do :; done &
  kestra_tickers="$kestra_tickers $!"
}
kestra_tickers=
case $1 in ?*) tick "$0" "$1" ;; esac
case $2 in ?*) tick "$0+" "$2" ;; esac
cat
echo "$0-"
kill -9 $kestra_tickers 2>/dev/null'

# Does the same without awk, and without joining lines or batches.
_kestra_read_lines() {  # DONE LEVEL STREAM
  # A carriage return, U+0085, U+2028 and U+2029.
  \set -- "$1" "$2" "$3" "${_kestra_print_octal##* }"
  \eval "_kestra_keys=\$(${_kestra_print_octal% *} \"${4}015 ${4}302${4}205 ${4}342${4}200${4}250 ${4}342${4}200${4}251\")"
  _kestra_member=${_kestra_keys%% *} _kestra_keys=${_kestra_keys#* } _kestra_value=''
  while _kestra_read_whole_line || case $_kestra_line in '') \break ;; esac; do
    case $_kestra_line in
      *"$_kestra_member"*)
        while case $_kestra_line in *"$_kestra_member") ;; *) \break ;; esac; do
          _kestra_line=${_kestra_line%"$_kestra_member"}
        done
        _kestra_line=${_kestra_line##*"$_kestra_member"}
        ;;
    esac
    case $_kestra_line in
      ::\{*\}::) _kestra_take_frame "$2" "$3" ;;
      *"kestra-$$:"*)
        _kestra_value=${_kestra_line##*:}
        case ${_kestra_line%"kestra-$$:"*} in ?*) _kestra_log "$2" "${_kestra_line%"kestra-$$:"*}" ;; esac
        _kestra_print_line "x$((_kestra_value > 255 ? _kestra_value - 128 : _kestra_value))x" >&4
        ;;
      *) _kestra_log "$2" "$_kestra_line" ;;
    esac
  done
  case $1$_kestra_value in ?*[!0-9]) _kestra_print_line x137x >&4 ;; esac
}

# Sends _kestra_line as it is or, where it has U+0085, U+2028 or U+2029, so that Kestra reads no record, as a log.
_kestra_take_frame() {  # LEVEL STREAM
  \set -- "$1" "$2" "${_kestra_keys#* }"
  case $_kestra_line in
    *"${_kestra_keys%% *}"*|*"${3% *}"*|*"${3#* }"*) _kestra_log "$1" "$_kestra_line" ;;
    *) _kestra_write "$2" "$_kestra_line" ;;
  esac
}
