# The rules on levels. Written by tools/level_rules.py from conformance/levels.json: change them there.

function read_places(text, is_first,   first) {
  first = substr(text, match(text, /[^ \t]/), 1)
  if (index("(<[|", first)) {
    if (text ~ /^[ \t]*[[<|] *[A-Za-z]+[0-9]?( *[]>|]|\/[^]]*[]]|[ :,])/ && found_word(text, length_of(match(text, /^[ \t]*[[<|] */)), "", "", "word", 0)) return 1
    if (text ~ /^[ \t]*[(][A-Z]+[)]/ && found_behind(text, "[ \t]*[(]", "[A-Z]+[)]", "upper", "", "word", 0)) return 1
    if (text ~ /^[ \t]*[[][A-Za-z0-9_.]*:[A-Za-z]+[0-9]?[]]/ && found_word(text, length_of(match(text, /^[ \t]*[[][A-Za-z0-9_.]*:/)), "", "", "word", 0)) return 1
  }
  if (text ~ /^[ \t:,-]*[A-Z]+([+-][0-9]+)?[0-9]?($|[^A-Za-z0-9_.\047+-]|[.]? )/ && found_word(text, length_of(match(text, /^[ \t:,-]*/)), "upper", "", "word", 0)) return 1
  if (index(text, ":")) {
    if (text ~ /^[ \t]*([A-Za-z0-9_-]+[.])+[A-Z]+:/ && found_behind(text, "[ \t]*([A-Za-z0-9_-]+[.])+", "[A-Z]+:", "upper", "", "word", 0)) return 1
    if (text ~ /^[ \t]*[A-Za-z0-9_.-]+:[A-Z]+:/ && found_word(text, length_of(match(text, /^[ \t]*[A-Za-z0-9_.-]+:/)), "upper", "", "word", 0)) return 1
  }
  if (is_first && text ~ /^[ \t]*[A-Za-z]+(:|  | -| [|]|[]]|\/)/ && found_word(text, length_of(match(text, /^[ \t]*/)), "", " trace trc finest silly debug dbg verbose fine finer info information notice note success warn warning wrn error err severe critical crit fatal alert emerg emergency panic ", "word", 0)) return 1
  if (index("-", first) && is_first && text ~ /^[ \t]*- +[A-Za-z]+ +-( |$)/ && found_word(text, length_of(match(text, /^[ \t]*- +/)), "", " silly trace verbose debug info notice warn warning error critical fatal ", "word", 0)) return 1
  if (is_first && text ~ /^ +([a-z_][A-Za-z0-9_]*|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*) +[A-Z]+( |:|$)/ && found_behind(text, " +([a-z_][A-Za-z0-9_]*|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*) +", "[A-Z]+( |:|$)", "upper", " trace debug info warn warning error critical fatal ", "word", 0)) return 1
  if (text ~ /^[ \t]*[A-Za-z0-9_.-]+\/[A-Z]+\// && found_word(text, length_of(match(text, /^[ \t]*[A-Za-z0-9_.-]+\//)), "upper", "", "word", 0)) return 1
  if (text ~ /^[ \t]*(Failure|[A-Z][a-z]+ Error) in [a-z]+ [^ ]+ [(]/) return found_text("ERROR")
  if (index("DFILPU", first)) {
    if (text ~ /^[ \t]*(Fatal|Internal|Unrecoverable) [Ee]rror ?: /) return found_text("ERROR")
    if (text ~ /^[ \t]*DEPRECAT(ION|ED)[A-Z ]*: /) return found_text("WARN")
    if (match(text, /^[ \t]*LOG:  /)) return found_head("INFO")
    if (text ~ /^[ \t]*PHP (Fatal|Parse|Recoverable|Core|Catchable)/) return found_text("ERROR")
    if (text ~ /^[ \t]*PHP (Warning|Deprecated|Strict)/) return found_text("WARN")
    if (text ~ /^[ \t]*PHP Notice/) return found_text("INFO")
  }
  if (index("*0123456789:", first)) {
    if (is_first && text ~ /^[ \t]*[0-9]+[a-f][0-9a-f]* +[A-Za-z]+:/ && found_word(text, length_of(match(text, /^[ \t]*[0-9]+[a-f][0-9a-f]* +/)), "", " debug info notice warning warn error err fatal critical ", "word", 0)) return 1
    if (text ~ /^[ \t]*[*]+ +[A-Z]+ +[*]+/ && found_word(text, length_of(match(text, /^[ \t]*[*]+ +/)), "upper", "", "word", 0)) return 1
    if (is_first && text ~ /^[ \t]*[0-9]+ of [0-9]+ [A-Z]+( |$)/ && found_word(text, length_of(match(text, /^[ \t]*[0-9]+ of [0-9]+ /)), "upper", "", "word", 0)) return 1
    if (text ~ /^[ \t]*[0-9]+ [[]System[]]/) return found_text("INFO")
    if (match(text, /^: [A-Z] [^ ]+:[0-9]+[]] */) && found_letter(text, "word", 0)) return 1
  }
  if (match(text, /^ *[A-Z] [|] /) && found_letter(text, "word", 0)) return 1
  if (index(text, ":") && text ~ /^[^ ]*:[A-Z]+:  / && found_word(text, length_of(match(text, /^[^ ]*:/)), "upper", " log error fatal warning notice info debug panic ", "word", 0)) return 1
  return 0
}

function rules_before_pairs(text,   first) {
  first = substr(text, match(text, /[^ \t]/), 1)
  if (index("/0123456789[", first)) {
    if (text ~ /^[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +[A-Z]+ / && found_behind(text, "[[][A-Za-z0-9_ -]+[]] [0-9]+ +- [^A-Za-z]*([AP]M)? +", "[A-Z]+ ", "upper", " verbose debug log warn error fatal ", "time", 1)) return 1
    if (text ~ /^[0-9\/]+ [0-9:]+ +[a-z]+ .*(  |  .*=)/ && found_word(text, length_of(match(text, /^[0-9\/]+ [0-9:]+ +/)), "lower", " debug info warn error fatal ", "time", 1)) return 1
    if (text ~ /^ *[[] *[A-Za-z]+ *[]]/ && found_word(text, length_of(match(text, /^ *[[] */)), "", "", "word", 1)) return 1
    if (text ~ /^ *([[][^]]*[]]|[0-9][0-9]:[0-9][0-9]) *[[] *[A-Za-z]+ *[]]/ && found_behind(text, " *([[][^]]*[]]|[0-9][0-9]:[0-9][0-9]) *[[] *", "[A-Za-z]+ *[]]", "", "", "word", 1)) return 1
  }
  if (text ~ /^[^ -~]+ [[][A-Z]+[]]/ && found_word(text, length_of(match(text, /^[^ -~]+ [[]/)), "upper", "", "word", 1)) return 1
  if (text ~ /^[A-Za-z0-9_.:-]+ +- +[A-Z]+ +-( |$)/ && found_word(text, length_of(match(text, /^[A-Za-z0-9_.:-]+ +- +/)), "upper", "", "word", 1)) return 1
  if (index("(<", first)) {
    if (text ~ /^[(][A-Z]+[)]:? / && found_behind(text, "[(]", "[A-Z]+[)]:? ", "upper", "", "word", 1)) return 1
    if (text ~ /^<[A-Z]+>( |$)/ && found_word(text, length_of(match(text, /^</)), "upper", "", "word", 1)) return 1
    if (text ~ /^<[a-z]+> +[[]/ && found_word(text, length_of(match(text, /^</)), "lower", "", "word", 1)) return 1
  }
  if (index(text, ":")) {
    if (text ~ /^[^ :]+:[0-9]+ +[A-Z]+( |:|$)/ && found_word(text, length_of(match(text, /^[^ :]+:[0-9]+ +/)), "upper", " trace debug info warn warning error critical fatal ", "word", 1)) return 1
    if (text ~ /^ +[0-9]+:[0-9]+ +[a-z]+  / && found_word(text, length_of(match(text, /^ +[0-9]+:[0-9]+ +/)), "lower", " error warning ", "word", 1)) return 1
  }
  if (text ~ /^([[][^]]*[]] |([^ -~]+ )?[A-Za-z][A-Za-z0-9_.-]*:? *|[a-z][A-Za-z0-9_.-]* +[|] +)([0-9][0-9\/-]+[ T][0-9:.,]+|[0-9]+:[0-9:.]+)(Z| ?[-+][0-9:]+)?:? +[[]?[A-Z]+( |:|[]]|$)/ && found_behind(text, "([[][^]]*[]] |([^ -~]+ )?[A-Za-z][A-Za-z0-9_.-]*:? *|[a-z][A-Za-z0-9_.-]* +[|] +)([0-9][0-9/-]+[ T][0-9:.,]+|[0-9]+:[0-9:.]+)(Z| ?[-+][0-9:]+)?:? +[[]?", "[A-Z]+( |:|[]]|$)", "upper", "", "time", 1)) return 1
  if (index("s", first) && text ~ /^sox [A-Z]+ [a-z0-9_-]+: / && found_word(text, length_of(match(text, /^sox /)), "upper", " fail warn info dbug debug ", "word", 1)) return 1
  if (index("(*=[", first)) {
    if (text ~ /^ *[[][^]]*[]][ \t]+[A-Z]+([ \t:]|$)/ && found_word(text, length_of(match(text, /^ *[[][^]]*[]][ \t]+/)), "upper", "", "word", 1)) return 1
    if (text ~ /^=[A-Z]+ REPORT=+/ && found_word(text, length_of(match(text, /^=/)), "upper", "", "Erlang", 1)) return 1
    if (text ~ /^([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*[A-Za-z]+( [*][*])?: / && found_behind(text, "([(][^ )]*:[0-9]+[)]: |[*][*] )+([A-Za-z0-9_.]+-)*", "[A-Za-z]+( [*][*])?: ", "", " error critical warning message info debug ", "word", 1)) return 1
  }
  if (text ~ /^([A-Za-z0-9_.]+-)+[A-Za-z]+( [*][*]: |: [0-9:.]+: )/ && found_behind(text, "([A-Za-z0-9_.]+-)+", "[A-Za-z]+( [*][*]: |: [0-9:.]+: )", "", " error critical warning message info debug ", "word", 1)) return 1
  if (index(text, ":")) {
    if (text ~ /^[a-z]+: [A-Za-z0-9_.]+[[][0-9]+[]]/ && found_word(text, 0, "lower", " trce dbug info warn fail crit ", "word", 1)) return 1
    if (text ~ /^(\342\224\214|[[]) [A-Za-z]+: / && found_behind(text, "(\342\224\214|[[]) ", "[A-Za-z]+: ", "", " debug info warning error ", "word", 1)) return 1
  }
  if (text ~ /^([[][^]]*[]] \342\200\272 )?[^ -~]+ +[a-z]+ +/ && found_behind(text, "([[][^]]*[]] \342\200\272 )?[^ -~]+ +", "[a-z]+ +", "lower", " error fatal warn warning info debug note success ", "word", 1)) return 1
  if (text ~ /^ *[A-Z]+[0-9]?( ?[:|](.|$)| +-|  | ?[[]|\t| ?[(]|$)/ && found_word(text, length_of(match(text, /^ */)), "upper", "", "word", 1)) return 1
  if (text ~ /^ *[A-Z]+ / && found_word(text, length_of(match(text, /^ */)), "upper", " trace debug info warn warning error fatal critical notice severe config verbose dbg inf wrn err trc ftl debu erro fata crit ", "word", 1)) return 1
  return 0
}

function has_level_pair(text,   width) {
  if (text !~ /(level|lvl|severity|loglevel|prio)=["\047]?[A-Za-z]+/) return 0
  if (text ~ /^[A-Za-z0-9_.@-]+=/) return 1
  return (width = time_length(text)) && substr(text, width + 1) ~ /^ +[a-z_]+=/
}

function level_pair(text) {
  if (!match(text, / ((level|lvl|severity|loglevel|prio)=["\047]?)[A-Za-z]+/)) return 0
  text = substr(text, RSTART + 1)
  return RSTART + length_of(match(text, /^(level|lvl|severity|loglevel|prio)=["\047]?/))
}

function rules_after_pairs(text,   first) {
  first = substr(text, match(text, /[^ \t]/), 1)
  if (match(text, /^[[]?[A-Z] [0-9][0-9\/-]+[ T][0-9:.,]+( [A-Za-z0-9_.:-]+[]])? */) && found_letter(text, "stamped", 1)) return 1
  if (match(text, /^[A-Z]([0-9][0-9][0-9][0-9])?[0-9][0-9][0-9][0-9] [0-9:.]+ +[0-9]+ [^ ]+[]] */) && found_letter(text, "stamped", 1)) return 1
  if (index("!#(*0123456789:<=[", first)) {
    if (match(text, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [.-] /)) return found_stamped("DEBUG")
    if (match(text, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ [*] /)) return found_stamped("INFO")
    if (match(text, /^[0-9]+:[XCSM] [0-9]+ [A-Za-z]+ [0-9]+ [0-9:.]+ # /)) return found_stamped("WARN")
    if (match(text, /^<[0-3]>/)) return found_head("ERROR")
    if (match(text, /^[[][A-Z]::[^]]*[]] */) && found_letter(text, "word", 0)) return 1
    if (match(text, /^<4>/)) return found_head("WARN")
    if (match(text, /^<[56]>/)) return found_head("INFO")
    if (match(text, /^<7>/)) return found_head("DEBUG")
    if (text ~ /^([(*]*[*][*][*] FATAL |[[]!+[]] .*Error: |[[][a-z0-9_-]+[]] ([^ -~]+ )?[A-Za-z]*Error: |=+[0-9]+=+ ?ERROR:|! |[*][*] [(][A-Za-z.]+[)] )/) return found_text("ERROR")
    if (match(text, /^(#+[[]error[]]|##vso[[]task.logissue [^]]*type=error[^]]*[]]|::error( [^:]*(:[^:]+)*)?::)/)) return found_head("ERROR")
  }
  if (index(text, ":") && match(text, /^[A-Z], [[][^]]*[]] +([A-Z]+ )?-- [^:]*: /) && found_letter(text, "stamped", 1)) return 1
  if (index("EFINW", first)) {
    if (text ~ /^(E|Err|F): /) return found_text("ERROR")
    if (text ~ /^W: /) return found_text("WARN")
    if (text ~ /^[NI]: /) return found_text("INFO")
  }
  if (index("dfjpt", first)) {
    if (text ~ /^debug[1-3]: /) return found_text("DEBUG")
    if (text ~ /^(jq: [0-9]+ compile errors?$|panic: |fatal error: |thread \047.*\047 ([(][0-9]+[)] )?panicked at)/) return found_text("ERROR")
  }
  if (index(text, ":") && text ~ /^( *[+] )?(Exception Group )?Traceback [(](most recent call|innermost) last[)]:/) return found_text("ERROR")
  if (text ~ /^(\342\225\255(\342\224\200)+|[+]-+) (Traceback [(](most recent call|innermost) last[)]|Error) /) return found_text("ERROR")
  if (index("EPRST", first) && text ~ /^(Exception in thread |SIG[A-Z]+: |The application panicked|Exception: [A-Z][A-Za-z_.]*( .*)?[.]$|(Parse|Runtime) error near )/) return found_text("ERROR")
  if (text ~ /^([Ee]rror during |[A-Za-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*[.]?(Exception|Error)([.][A-Za-z]+)*( [[][A-Z_0-9]+[]])?(: |:?$)|[Uu]nhandled [Ee]xception)/) return found_text("ERROR")
  if (match(text, /^(npm error|[a-z][a-z0-9_-]* ERR!) */)) return found_head("ERROR")
  if (index("CEFIPRSU", first) && text ~ /^(Unhandled [A-Z-]+ in thread|Unhandled (promise )?[Rr]ejection|UnhandledPromiseRejection|Uncaught |Error in |PHP (Fatal|Parse|Recoverable|Core)|(Fatal|Parse|Catchable fatal|System|Unrecoverable|User|Usage|Runtime|Internal) [Ee][Rr][Rr][Oo][Rr]( [0-9]+)?:|CMake Error|ERR! |I\/O error: |Error[,:] )/) return found_text("ERROR")
  if (index(text, ":") && text ~ /^([a-z0-9_-]+ (error|fatal): |[Ee]rrors?:$)/) return found_text("ERROR")
  if (index("E", first) && text ~ /^Error (opening|reading|writing|while) /) return found_text("ERROR")
  if (index(text, " @ error/") && text ~ / @ error\/[A-Za-z0-9_.-]+\//) return found_text("ERROR")
  if (index(text, ":") && text ~ /^[0-9A-F]+:error:/) return found_text("ERROR")
  if (index("EFS", first)) {
    if (text ~ /^(ERROR!|Fatal Python error)/) return found_text("ERROR")
    if (match(text, /^SLF4J[(]E[)]: */)) return found_head("ERROR")
  }
  if (index("l", first) && match(text, /^log4j:ERROR */)) return found_head("ERROR")
  if (index(text, ":") && text ~ /^[^ ]+:[0-9]+:in [`\047].*[`\047]: .*[(][A-Z][A-Za-z:]*[)]$/) return found_text("ERROR")
  if (index("eg", first) && text ~ /^(escript: exception|goroutine [0-9]+ [[])/) return found_text("ERROR")
  if (index("CDPSW", first)) {
    if (text ~ /^System[.][A-Za-z.]*Exception: /) return found_text("ERROR")
    if (text ~ /^(Warning [0-9]+( [[][^]]*[]])?: |WARN |CMake (Deprecation )?Warning|PHP (Warning|Deprecated|Strict)|(Deprecated|Strict Standards): )/) return found_text("WARN")
  }
  if (index("(", first) && text ~ /^[(]!+[)] /) return found_text("WARN")
  if (match(text, /^(npm warn *|[a-z][a-z0-9_-]* WARN!? +)/)) return found_head("WARN")
  if (index(text, ":") && text ~ /^[^ ]*:[0-9]+: [A-Za-z]*Warning: /) return found_text("WARN")
  if (index("ITW", first) && text ~ /^((In addition: )?Warning( message)?s?( [(]Code [0-9]+[)])?:( |$)|There were [0-9]+ warnings)/) return found_text("WARN")
  if (index(text, ":") && text ~ /^[A-Za-z.]*Warning: /) return found_text("WARN")
  if (index("CLPS", first)) {
    if (text ~ /^(LaTeX( [A-Za-z]+)? Warning: |(Package|Class) [^ ]+ Warning: )/) return found_text("WARN")
    if (match(text, /^SLF4J[(]W[)]: */)) return found_head("WARN")
  }
  if (index("l", first) && match(text, /^log4j:WARN */)) return found_head("WARN")
  if (index(text, " @ warning/") && text ~ / @ warning\//) return found_text("WARN")
  if (index("#(:=>", first)) {
    if (match(text, /^(#+[[]warning[]]|##vso[[]task.logissue [^]]*type=warning[^]]*[]]|::warning( [^:]*(:[^:]+)*)?::)/)) return found_head("WARN")
    if (text ~ /^([(]node:[0-9]+[)] |[(]Use `node --trace)/) return found_text("WARN")
    if (match(text, /^::notice( [^:]*(:[^:]+)*)?::/)) return found_head("INFO")
    if (match(text, /^(##[[]debug[]]|::debug( [^:]*)?::)/)) return found_head("DEBUG")
    if (text ~ /^(> Task .* FAILED$|== Compilation error in file )/) return found_text("ERROR")
  }
  if (index("LPSW", first)) {
    if (text ~ /^(Lua warning: |Warning in )/) return found_text("WARN")
    if (text ~ /^PHP Notice/) return found_text("INFO")
    if (match(text, /^SLF4J[(]I[)]: */)) return found_head("INFO")
    if (match(text, /^SLF4J[(]D[)]: */)) return found_head("DEBUG")
  }
  if (index(text, ":") && text ~ /^\t?[a-z0-9_-]+ warning: /) return found_text("WARN")
  if (index("eghilnsvw", first)) {
    if (match(text, /^(npm|gyp|node-pre-gyp|lerna) (notice|info) */)) return found_head("INFO")
    if (text ~ /^(info|notice) ([a-z]+ )?[a-z]/) return found_text("INFO")
    if (match(text, /^(npm|gyp|node-pre-gyp|lerna) (http|verb|verbose|timing) */)) return found_head("DEBUG")
    if (match(text, /^log4j:DEBUG */)) return found_head("DEBUG")
    if (text ~ /^((verb|http) [a-z]+ |verbose [0-9]+[.][0-9]+ )/) return found_text("DEBUG")
    if (text ~ /^((npm )?sill [a-z]+ |npm silly )/) return found_text("TRACE")
    if (text ~ /^(error [A-Z"]|e: [^ ]+[.]kts?:)/) return found_text("ERROR")
    if (text ~ /^(w: ([^ ]+\/)?[^ ]+[.]kts?:|warning ([A-Z"]|[^ ]+[.>@][^ ]*: ))/) return found_text("WARN")
    if (text ~ /^info [A-Z"]/) return found_text("INFO")
  }
  if (text ~ /^(docker: )?Error (response )?from /) return found_text("ERROR")
  if (index("DE", first)) {
    if (text ~ /^(Error [a-z]+ing | *ERR_[A-Z_]+  )/) return found_text("ERROR")
    if (text ~ /^DEPRECAT(ION|ED)( WARNING)?( [[][^]]*[]])?: /) return found_text("WARN")
  }
  if (index(text, ":")) {
    if (text ~ /^[^ ]+: hint: /) return found_text("INFO")
    if (match(text, /^[Hh]int: /)) return found_head("INFO")
    if (text ~ /^([A-Z][a-z]+ (runtime |fatal |internal )?error: |[A-Z][A-Za-z]+ Error: )/) return found_text("ERROR")
  }
  if (index("fst", first)) {
    if (match(text, /^(trace|silly): /)) return found_head("TRACE")
    if (text ~ /^failed: [[][^]]*[]] /) return found_text("ERROR")
  }
  if (index("[", first) && match(text, /^[[]DEPRECATION WARNING[]]: /)) return found_head("WARN")
  if (text ~ /^(Runtime error [0-9]+ at |Error termination|exception: |[Ee]rror, |Error (on|at) line [0-9]|Error occurred |BUILD FAILED|raised [A-Z_.]+ : )/) return found_text("ERROR")
  if (index("A", first) && text ~ /^An ([a-z]+ )?error (has )?occurred/) return found_text("ERROR")
  if (index(text, ":")) {
    if (text ~ /^[^ ]+:[0-9]+: syntax error/) return found_text("ERROR")
    if (text ~ /^[A-Z][A-Za-z]+ Warning: /) return found_text("WARN")
  }
  if (text ~ /^[Ww]arning, /) return found_text("WARN")
  if (index(text, ":")) {
    if (text ~ /^[^ ]+: [a-z]+ - / && found_word(text, length_of(match(text, /^[^ ]+: /)), "lower", " error fatal warning info ", "word", 0)) return 1
    if (text ~ /^[^ ]+:[0-9]+ [a-z]+ [A-Z]+[0-9]+[\/ :]/ && found_word(text, length_of(match(text, /^[^ ]+:[0-9]+ /)), "lower", " error warning info ", "word", 0)) return 1
  }
  if (index("%", first) && text ~ /^%[A-Za-z]+(-[A-Z0-9_]+)?: / && found_word(text, length_of(match(text, /^%/)), "", " error warning info fatal ", "word", 0)) return 1
  if (index(text, ":")) {
    if (text ~ /^([^ ]+:[0-9]+: [A-Za-z]+|I\/O) [a-z]+ : / && found_behind(text, "([^ ]+:[0-9]+: [A-Za-z]+|I/O) ", "[a-z]+ : ", "lower", " error warning ", "word", 0)) return 1
    if (text ~ /^[A-Za-z]+([[][A-Za-z0-9_:-]+[]])?: / && found_word(text, 0, "", " verbose verb debug dbg info information notice note warn warning caution error err fatal critical crit severe panic alert emerg emergency ", "word", 0)) return 1
    if (text ~ /^(([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+):|[^ ]+[(][0-9]+(, ?[0-9]+)*[)]) +(fatal |internal |syntax |runtime )?[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: / && found_behind(text, "(([^ ]+: cmd[.] line:[0-9]+|;;; [^ ]+|[^ ]+):|[^ ]+[(][0-9]+(, ?[0-9]+)*[)]) +(fatal |internal |syntax |runtime )?", "[A-Za-z]+( [(][^)]*[)]|[[][^]]*[]]| [A-Z][A-Za-z]*[0-9]+)?: ", "", " trace finest debug dbg verbose fine finer info information informational notice note config warn warning caution warnung avertissement advertencia error err severe critical crit fatal alert emerg emergency panic fehler ", "behind a place", 0)) return 1
    if (text ~ /^[^ ]+: LOG:  /) return found_text("INFO")
    if (text ~ /^[^ ]+: [[][A-Za-z]+[]]/ && found_word(text, length_of(match(text, /^[^ ]+: [[]/)), "", "", "word", 0)) return 1
    if (text ~ /^[^ ]+:[0-9]+ - [a-z]+( [A-Z]+[0-9]+)?: / && found_word(text, length_of(match(text, /^[^ ]+:[0-9]+ - /)), "lower", " error warning info ", "word", 0)) return 1
  }
  if (index("h", first) && match(text, /^http: +/)) return found_head("DEBUG")
  return 0
}

function time_length(text) {
  if (match(text, /^([0-9][0-9][0-9][0-9][-\/.][0-9][0-9]?[-\/.][0-9][0-9]?|[0-9][0-9]?[-\/.][0-9][0-9]?[-\/.][0-9][0-9]([0-9][0-9])?|[0-9][0-9]?[-\/. ][A-Z][a-z][a-z][-\/. ][0-9][0-9][0-9][0-9]|([A-Z][a-z][a-z],? )?[A-Z][a-z][a-z] +[0-9][0-9]?,?( [0-9][0-9][0-9][0-9])?|[0-9][0-9][-\/][0-9][0-9]|[0-9][0-9]? [A-Z][a-z][a-z])([ T_:]+|[]][[])[0-9][0-9]?:[0-9][0-9](:[0-9][0-9]([.,:][0-9]+)?|[.,][0-9]+)?( ?[AaPp][Mm])?( ?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9]))?( [0-9][0-9][0-9][0-9])?/)) return RLENGTH
  if (match(text, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][-T ]?[0-9][0-9]:?[0-9][0-9]:?[0-9][0-9]([.,][0-9]+)?(Z|UTC|GMT|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|JST|IST|BST|[-+][0-9][0-9]:?[0-9][0-9])?/)) return RLENGTH
  if (match(text, /^[0-9][0-9][0-9][0-9][0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]/)) return RLENGTH
  if (match(text, /^[0-9][0-9]?:[0-9][0-9]:[0-9][0-9]([.,:][0-9]+)?/)) return RLENGTH
  if (match(text, /^[0-9][0-9]?:[0-9][0-9][AP]M/)) return RLENGTH
  if (match(text, /^[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]([0-9][0-9][0-9]|[.][0-9]+)?/)) return RLENGTH
  if (match(text, /^[0-9][.][0-9]+e[+][0-9]+/)) return RLENGTH
  return 0
}

function timed_length(text,   start, width) {
  start = length_of(match(text, /^ *[[(<]? ?/))
  width = time_length(substr(text, start + 1))
  return width ? start + width + (substr(text, start + width + 1, 1) ~ /^[])>,;:]/) : 0
}

function message_head_of_pairs(text,   width) {
  if (!(width = time_length(text)) || substr(text, width + 1, 1) != " ") return 0
  return width + length_of(match(substr(text, width + 1), /^ +/))
}

function elapsed_length(text) {
  if (match(text, /^[0-9]+ [[]/)) return RLENGTH
  return 0
}

function token_length(text) {
  if (match(text, /^[ \t]*[[][^]]*[]]:?/)) return RLENGTH
  if (match(text, /^[ \t]*[(][^)]*[)]:?/)) return RLENGTH
  if (match(text, /^[ \t]*[{][{]?[^{}]*[}]+/)) return RLENGTH
  if (match(text, /^[ \t]*<[^>]*>/)) return RLENGTH
  if (match(text, /^[ \t]*[0-9][0-9.]*s?:/)) return RLENGTH
  if (match(text, /^[ \t]*[0-9][0-9.]*s? /)) return RLENGTH
  if (match(text, /^[ \t]*0x[0-9a-f]+/)) return RLENGTH
  if (match(text, /^[ \t]*-+/)) return RLENGTH
  if (match(text, /^[ \t]*[|]/)) return RLENGTH
  if (match(text, /^[ \t]*#[0-9]+/)) return RLENGTH
  if (match(text, /^[ \t]*[A-Za-z0-9_.$\/@-]+[[][0-9:]*[]]:?/)) return RLENGTH
  if (match(text, /^[ \t]*[A-Za-z0-9_.$\/@:()-]+ ([-|]|[^\t -~]+)/)) return RLENGTH
  if (match(text, /^[ \t]*[^\t -~]+/)) return RLENGTH
  if (match(text, /^[ \t]*main /)) return RLENGTH
  if (match(text, /^[ \t]*[A-Za-z0-9_.\/-]+[.][A-Za-z]+:[0-9]+ /)) return RLENGTH
  if (match(text, /^[ \t]*[A-Za-z0-9_-]+[.][A-Za-z0-9_.$-]+:? /)) return RLENGTH
  if (match(text, /^[ \t]*[^ \t]+@[^ \t]+/)) return RLENGTH
  if (match(text, /^[ \t]*[A-Za-z0-9_-]+ [A-Za-z0-9_.-]+[[][0-9]+[]]:?/)) return RLENGTH
  if (match(text, /^[ \t]*[A-Za-z0-9_.-]+ +[[][0-9]+[]]:?/)) return RLENGTH
  return 0
}

function block_head(text) {
  if (text ~ /^(( *[+] )?(Exception Group )?Traceback [(](most recent call|innermost) last[)]:|(\342\225\255(\342\224\200)+|[+]-+) Traceback [(](most recent call|innermost) last[)] )/) return "python"
  if (text ~ /^(panic: |fatal error: |goroutine [0-9]+ [[]|SIG[A-Z]+: )/) return "go"
  if (text ~ /^((\/|file:\/|node:|[A-Za-z]:[\\])[^ ]*|[^ ]+[.][cm]?[jt]sx?):[0-9]+$/) return "node_place"
  if (text ~ /^(thread \047.*panicked at|The application panicked)/) return "rust"
  if (text ~ /^((In addition: )?Warning messages?:|Error in .*: *$|Error: *$|Error in )/) return "r"
  if (text ~ /^Unhandled .* in thread/) return "lisp"
  if (text ~ /^([^ ]+ [0-9]+, [0-9]+ [0-9:]+ [^ ]+ [^ ]+ [^ ]+$|[0-9-]+ [0-9:]+ [[][^]]*[]] [^ ]+$|[0-9.\/ -]+[ ,]+[0-9:]+ [^ ]+ [^ ]+$)/) return "next_line_s_level"
  if (text ~ /^(Exception in thread|PHP (Fatal|Warn)|Fatal error)/ || text ~ /(Exception|Error)(: |$)/) return "exception"
  if (text ~ /^\342\225\267$/) return "box"
  if (text ~ /^stack traceback:$/) return "lua"
  if (text ~ /^[[](ERROR|WARNING|DEPRECATION WARNING)[]]: /) return "ansible"
  if (text ~ /^(WARNING|ERROR) in /) return "paragraph"
  if (text ~ /^Trace(: |$)/) return "trace"
  if (text ~ /^--------------$/) return "statement"
  if (text ~ /^(File "[^"]*", lines? [0-9-]+(, characters [0-9-]+)?:$|[^ ]+:[0-9]+:[0-9]+:$)/) return "source_place"
  return ""
}

function event_continues(text) {
  return text ~ /^(Caused by: |Exception: [[]|Caused by:$|Suppressed: |[.][.][.] [0-9]+ (more|common)|[])}]+[,;]?$|#[0-9]+ |(psql:[^ ]+: )?((DETAIL|HINT|CONTEXT|STATEMENT|QUERY|LOCATION): |LINE [0-9]+:)|[0-9]+ *[|]|[0-9]+ [-+~] |>>> |This (warning|error) is for project developers|([|]|\342\224\202|\342\224\203|\342\225\260|\342\224\234|\342\225\265)|note: run with|= (note|help)|stack backtrace:|Stack [Tt]race|Backtrace|Call Stack|Location:|Node[.]js v|Execution halted|Calls: |CallStack|--- End|Run with (RUST_BACKTRACE|COLORBT_SHOW_HIDDEN)|==[0-9]+==|Next [A-Za-z]|  thrown in|[*][*][*]( ?[^F ]|$)|Function: |For more information|[*] [A-Z][A-Za-z ]+:$|Usage: |compilation terminated[.])/
}

function event_caret(text) {
  return text ~ /^[ \t]*[~^]+[ \t~^]*$/
}

function event_python_last(text) {
  return text ~ /^( ?[A-Za-z_][A-Za-z0-9_.]*(:|$)|[+]-)/
}

function event_python_traceback(text) {
  return text ~ /^(Traceback [(](most recent call|innermost) last[)]:|(\342\225\255(\342\224\200)+|[+]-+) Traceback [(](most recent call|innermost) last[)] )/
}

function event_python_box(text) {
  return text ~ /^(\342\224\202|\342\225\255|\342\225\260|[|]|[+]-)/
}

function event_python_again(text) {
  return text ~ /^(During handling of the above|The above exception was)/
}

function event_go(text) {
  return text ~ /^([ \t]|goroutine |[[]signal|created by |exit status|[^ ]+[(].*[)]$|[.][.][.]|[a-z][0-9a-z]+ +0x|PC=|panic|runtime|FAIL|main[.])/
}

function event_rust(text) {
  return text ~ /^( +[0-9]+: | +at | +(\342\224\201|\342\213\256)|note: |stack backtrace|Message: |Location: |Run with |Backtrace omitted)/
}

function event_r(text) {
  return text ~ /^([0-9]+: |In |Execution halted|Calls:)/
}

function event_detail(text) {
  return text ~ /[] ](DETAIL|HINT|CONTEXT|STATEMENT|QUERY|LOCATION):  /
}

function event_postgres(text) {
  return text ~ /^([^ ]+: )?(ERROR|WARNING|NOTICE|INFO|LOG|FATAL|DEBUG|PANIC):  /
}

function event_exception(text) {
  return text ~ /^([a-z][A-Za-z0-9_.]*(Exception|Error)|[A-Za-z]*Error: |[*][*] [(])/
}

function event_apart(text) {
  return text ~ /^ +(Compiling|Finished|Running|Checking|Downloading|Downloaded|Updating|Fresh|Building|Installing|Installed|Doc-tests|Documenting|Blocking|Locking|Locked|Adding|Removing|Packaging|Packaged|Verifying|Uploading|Replacing|Dirty|Executable|Compiled|adding:|inflating:|updating:) /
}

function event_qualified_exception(text) {
  return text ~ /^[a-z][A-Za-z0-9_]*([.][A-Za-z0-9_$]+)*[.][A-Za-z0-9_$]*(Exception|Error)(: |$)/
}

function event_ansible(text) {
  return text ~ /^([0-9]+ |Origin: |<<< caused by >>>$)/
}

function event_ansible_cause(text) {
  return text ~ /^<<< caused by >>>$/
}

function event_ansible_apart(text) {
  return text ~ /^(PLAY|TASK|RUNNING HANDLER|[.][.][.]ignoring|[a-z]+: [[])/
}

function event_statement_error(text) {
  return text ~ /^ERROR [0-9]+ [(]/
}

function event_source_line(text) {
  return text ~ /^([0-9]+ [|]|[ \t])/
}

function event_source_error(text) {
  return text ~ /^Error( [(][^)]*[)])?:/
}

function event_source_warning(text) {
  return text ~ /^(Warning|Alert)( |:)/
}

function event_list_item(text) {
  return text ~ /^[-*] /
}

function event_telling(text) {
  return text ~ /(xception|rror|raceback)/
}

function message_close(text) {
  if (match(text, /^([+-][0-9]+)?[0-9]?( *[])>}]|\/[^] ]*[]]|[(][^)]*[)]|[[][A-Za-z0-9_.:-]+[]])*:?/)) return length_of(1)
  return 0
}

function message_separator(text) {
  if (match(text, /^[ \t]+([-|:,]+[ \t]+)?/)) return RLENGTH
  if (match(text, /^[-|:,]+[ \t]+/)) return RLENGTH
  if (match(text, /^[|]/)) return RLENGTH
  return 0
}

function message_thread(text) {
  if (match(text, /^[[] *([A-Za-z][^]]*|[0-9]+)[]]:?/)) return RLENGTH
  if (match(text, /^[(][0-9]+[)]/)) return RLENGTH
  if (match(text, /^[0-9]+ +---/)) return RLENGTH
  if (match(text, /^[0-9]+#[0-9]+:( [*][0-9]+)?/)) return RLENGTH
  if (match(text, /^[{][A-Za-z][^}]*[}]/)) return RLENGTH
  return 0
}

function message_name(text) {
  if (match(text, /^[A-Za-z_][A-Za-z0-9_.$\/:<>-]* +(-+|:|[|]) /)) return RLENGTH
  if (match(text, /^[A-Za-z_][A-Za-z0-9_.$\/-]*(::[A-Za-z0-9_]+)*(:[0-9]+)?: /)) return RLENGTH
  if (match(text, /^[A-Za-z_][A-Za-z0-9_.:]*[]] /)) return RLENGTH
  return 0
}

function message_qualified_name(text) {
  if (match(text, /^[A-Za-z_][A-Za-z0-9_$]*([.][A-Za-z0-9_$]+)+ +(-+|:|[|]) /)) return RLENGTH
  if (match(text, /^[A-Za-z_][A-Za-z0-9_]*(::[A-Za-z0-9_]+)+: /)) return RLENGTH
  return 0
}

function message_basic_name(text) {
  if (match(text, /^[A-Za-z_][A-Za-z0-9_.]*:/)) return RLENGTH
  return 0
}

function message_pair(text) {
  if (match(text, /^[A-Za-z0-9_.@-]+="([^"\\]|\\.)*"/)) return RLENGTH
  if (match(text, /^[A-Za-z0-9_.@-]+=[^ ]*/)) return RLENGTH
  return 0
}

BEGIN {
  words_of_level("TRACE", "trace trc trac finest silly trce T V")
  words_of_level("DEBUG", "debug dbg dbug debg deb verbose verb vrb fine finer http debugging debu D")
  words_of_level("INFO", "info inf information informational notice note config success succ message infos msg log noti I N A M")
  words_of_level("WARN", "warn warning wrn caution warnings warnung avertissement advertencia W")
  words_of_level("ERROR", "error err severe critical crit crt fatal ftl fata alert alrt emerg emergency panic pnc dpanic eror erro failure fail failed fehler errors pani C E F")
  translations_of_level("TRACE", "\346\234\200\343\202\202\350\251\263\347\264\260;LE PLUS PR\303\211CIS;AM FEINSTEN")
  translations_of_level("DEBUG", "\350\251\263\347\264\260;\346\231\256\351\200\232;PLUS PR\303\211CIS;PR\303\211CIS;FEIN;FEINER")
  translations_of_level("INFO", "\346\247\213\346\210\220;\346\203\205\345\240\261;INFOS;INFORMATION;KONFIGURATION;INFORMACI\303\223N;\344\277\241\346\201\257")
  translations_of_level("WARN", "\350\255\246\345\221\212;AVERTISSEMENT;WARNUNG;ADVERTENCIA")
  translations_of_level("ERROR", "\351\207\215\345\244\247;\344\270\245\351\207\215;GRAVE;SCHWERWIEGEND")
  words_in_order("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel", json_levels)
  words_in_order("log/level info/level @fields/level record/level/name _meta/logLevelName", json_nested_levels)
  words_in_order("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0", json_messages)
  words_in_order("fields/message info/msg data/msg record/message", json_nested_messages)
  words_of("time timestamp @timestamp ts datetime date asctime @t timeMillis timeUnixNano pid process process_id hostname host host.name Timestamp Time t _meta _logMeta levelId nativeError", json_left_out)
  words_of("stack stacktrace stack_trace exception exc_info traceback error.stack_trace error.stack stackTrace", json_stacks)
  words_of("severityNumber severity_number", json_counted_from__)
  words_of("short_message host timestamp time _time ts @timestamp", json_beside_numbers_of_syslog)
  words_of("time timestamp pid hostname v msg message", json_beside_numbers_of_pino)
  words_in_order("s ctx", json_letters)
  words_of("level severity @level log.level levelname level_name lvl severityText severity_text logLevelName loglevel logLevel @l severityNumber severity_number Level LogLevel", json_is_level)
  words_of("msg message @message event short_message text @mt @m Message Msg RenderedMessage MessageTemplate 0", json_is_message)
}
