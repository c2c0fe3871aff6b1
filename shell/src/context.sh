# kestra_context: reads the execution context of a task with executionContext: true.

_kestra_define_call context _kestra_context

# Prints the value of PATH, or the whole context: text as it is, other values as JSON. Returns 1 when there is none.
_kestra_context() {  # [PATH]
  case $# in [01]) ;; *) _kestra_refuse 'context: expected one path, as inputs.dataset'; \return 1 ;; esac
  _kestra_kind=outputs _kestra_problem='' _kestra_text=${1-}
  _kestra_find_context || \return 1
  if _kestra_awk_on_stdin json "\\$_kestra_value" outputs; then
    case $_kestra_problem in
      '') _kestra_awk context "$_kestra_path$_kestra_lf$_kestra_text$_kestra_lf$_kestra_json" '' || _kestra_problem='awk' ;;
      *) _kestra_json=${_kestra_json##*"$_kestra_lf"} _kestra_json=${_kestra_json%[:\;] write NAME=TEXT*} ;;
    esac
  else
    _kestra_problem='awk'
  fi
  case $_kestra_problem in
    '') _kestra_write_to 1 "$_kestra_json" || _kestra_refuse 'context: stdout is closed or full' ;;
    awk) _kestra_refuse 'context: awk is needed to read JSON, and was not found' ;;
    *) _kestra_refuse "$_kestra_json" ;;
  esac
}

# Sets _kestra_path to the name of the file or the variable that has the context, and _kestra_value to its text for
# json.awk. Returns 1 when there is neither.
_kestra_find_context() {
  _kestra_path=${KESTRA_EXECUTION_CONTEXT_FILE-.kestra-execution-context.json}
  if _kestra_test -e "$_kestra_path"; then
    case $_kestra_path in -) _kestra_path=./- ;; esac
    _kestra_check_json "$_kestra_path" "@$_kestra_path"
  else
    case ${KESTRA_CONTEXT:+set} in
      '')
        _kestra_refuse "No Kestra execution context found: '$_kestra_path' does not exist and the KESTRA_CONTEXT environment variable is not set. The execution context is only available when the script runs inside a Kestra task."
        \return 1
        ;;
    esac
    _kestra_path=KESTRA_CONTEXT
    _kestra_json=$(_kestra_print_line "$KESTRA_CONTEXT" | \command base64 -d 2>/dev/null && _kestra_print_line .) ||
      { _kestra_refuse 'KESTRA_CONTEXT: expected JSON in base64'; \return 1; }
    _kestra_check_json KESTRA_CONTEXT "$_kestra_lf${_kestra_json%.}"
  fi
}
