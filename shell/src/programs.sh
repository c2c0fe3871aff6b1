# The awk programs, and what runs one for a text.

# Sets _kestra_program to a program. In a function, because the shells keep a variable more slowly, and few scripts need
# one.
_kestra_load_program() {  # message|json|context|pipe|levels
  _kestra_program=@source.awk@
  case $1 in json|context) _kestra_program=$_kestra_program@unescape.awk@ ;; esac
  case $1 in
    context) _kestra_program=$_kestra_program@context.awk@ ;;
    *) _kestra_program=$_kestra_program@bytes.awk@ ;;
  esac
  case $1 in
    json) _kestra_program=$_kestra_program@refusal.awk@@json.awk@ ;;
    message|pipe|levels) _kestra_program=$_kestra_program@escape.awk@ ;;
  esac
  case $1 in
    message) _kestra_program=$_kestra_program@message.awk@ ;;
    pipe) _kestra_program=$_kestra_program@record.awk@@pipe.awk@ ;;
    levels) _kestra_program=$_kestra_program@record.awk@@level_rules.awk@@levels.awk@@level_pipe.awk@ ;;
  esac
}

# Sets _kestra_json to TEXT as converted by awk. Sets _kestra_problem if TEXT is not UTF-8 or, with json, not JSON; then
# for JSON the last line is the problem. Returns 1 if awk is missing or fails.
_kestra_awk() {  # message|json|context TEXT ENTRY_SEPARATOR|KIND
  _kestra_load_program "$1"
  _kestra_json=$(_kestra_run_awk "$_kestra_program" "$2" "$3") || \return 1
  case $_kestra_json in *.) ;; *!) _kestra_problem=UTF-8 ;; *) \return 1 ;; esac
  _kestra_json=${_kestra_json%?}
}

# The same, with stdin as descriptor 7 if the text needs it, because the stdin of awk is the text.
_kestra_awk_on_stdin() {  # json TEXT KIND
  case $2 in
    *"$_kestra_lf -$_kestra_lf"*)
      # In $(...), a closed stdin can be something else.
      if { { \:; } 7<&0; } 2>/dev/null; then _kestra_awk "$@" 7<&0; else _kestra_awk "$@" 7<&-; fi
      ;;
    *) _kestra_awk "$@" ;;
  esac
}

# Prints the output of a program for TEXT.
_kestra_run_awk() {  # PROGRAM TEXT OPTION
  _kestra_print_line "$2" 2>&- | \command env LC_ALL=C kestra_option="$3" awk "$1" 2>/dev/null
}
