# A reader of JSON text, which R does not have; it returns each value as a record has it.

NUMBER <- "^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$"
ESCAPES <- c("\"" = 34L, "\\" = 92L, "/" = 47L, b = 8L, f = 12L, n = 10L, r = 13L, t = 9L)
SPACE <- c(32L, 9L, 10L, 13L)

document <- function(text, path) {
  at <- 1L
  size <- length(text)
  wrong <- function() refuse(path, ": expected JSON, which ends or is wrong at character ", at)
  # The next character behind white space, 0 at the end.
  peek <- function() {
    while (at <= size && text[at] %in% SPACE) at <<- at + 1L
    if (at <= size) text[at] else 0L
  }
  takes <- function(character) {
    is_there <- peek() == utf8ToInt(character)
    at <<- at + is_there
    is_there
  }
  hex <- function() {
    digits <- intToUtf8(text[at + 1:4])
    if (!grepl("^[0-9a-fA-F]{4}$", digits)) wrong()
    at <<- at + 5L
    strtoi(digits, 16L)
  }
  # The characters of a string, behind its first quote.
  string <- function() {
    parts <- list()
    repeat {
      end <- at
      while (end <= size && text[end] > 31L && text[end] != 34L && text[end] != 92L) end <- end + 1L
      parts[[length(parts) + 1L]] <- text[seq_len(end - at) + at - 1L]
      at <<- end + 1L
      if (end > size || text[end] < 32L) wrong()
      if (text[end] == 34L) return(as.integer(unlist(parts)))
      point <- if (at <= size && text[at] == 117L) escape() else {
        short <- if (at <= size) ESCAPES[intToUtf8(text[at])] else NA
        at <<- at + 1L
        if (is.na(short)) wrong() else short
      }
      parts[[length(parts) + 1L]] <- point
    }
  }
  # The character of an escape from its u on, also of a pair.
  escape <- function() {
    high <- hex()
    if (high %/% 1024L != 0x36L || at + 1L > size || text[at] != 92L || text[at + 1L] != 117L) return(high)
    before <- at
    at <<- at + 1L
    low <- hex()
    if (low %/% 1024L == 0x37L) return(0x10000L + high %% 1024L * 1024L + low %% 1024L)
    at <<- before
    high
  }
  scalar <- function() {
    if (takes("\"")) return(storable(string(), path))
    end <- at
    while (end <= size && !(text[end] %in% c(SPACE, 44L, 93L, 125L))) end <- end + 1L
    word <- intToUtf8(text[seq_len(end - at) + at - 1L])
    at <<- end
    if (word %in% c("null", "true", "false")) return(word)
    if (grepl(NUMBER, word)) number(word, path) else wrong()
  }
  # Containers are on a stack of their own, as R's is too short for 1,000 levels.
  open <- list()
  begin <- function() {
    if (!takes("[") && !takes("{")) return(scalar())
    if (length(open) == 998L) refuse(path, ": expected at most 1000 levels of nesting in a line")
    top <- list(is_object = text[at - 1L] == 123L, names = character(), members = character(), name = "")
    open[[length(open) + 1L]] <<- top
    NULL
  }
  # Of equal names the last value stays, in the position of the first.
  with_member <- function(top, member) {
    place <- match(top$name, if (top$is_object) top$names, length(top$members) + 1L)
    top$names[place] <- top$name
    top$members[place] <- paste0(top$name, if (top$is_object) ":", member)
    top
  }
  value <- function() {
    member <- begin()
    while (depth <- length(open)) {
      top <- if (is.null(member)) open[[depth]] else with_member(open[[depth]], member)
      if (takes(if (top$is_object) "}" else "]")) {
        inner <- paste(top$members, collapse = ",")
        member <- if (top$is_object) paste0("{", inner, "}") else paste0("[", inner, "]")
        open[[depth]] <<- NULL
        next
      }
      if (!is.null(member) && !takes(",")) wrong()
      if (top$is_object) {
        top$name <- if (takes("\"")) storable(string(), path) else wrong()
        if (!takes(":")) wrong()
      }
      open[[depth]] <<- top
      member <- begin()
    }
    member
  }
  result <- value()
  if (peek() != 0L || at <= size) wrong() else result
}

# The number of a metric, which may be the content of a string.
number_of <- function(text, path) {
  value <- document(text, path)
  if (startsWith(value, "\"")) {
    content <- tryCatch(utf8ToInt(gsub("\\\\[tnr]", " ", substr(value, 2L, nchar(value) - 1L))))
    value <- document(content, path)
  }
  if (!grepl(NUMBER, value)) refuse(path, ": expected a number, got ", value)
  value
}
