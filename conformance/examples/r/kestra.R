# An emitter of logs, outputs and metrics, which driver.R calls; ../../SPECIFICATION.md explains each rule.
# Text is the numbers of its characters, because R's own strings hold no U+0000 and no half of a pair.

LEVELS <- c(
  TRACE = "TRACE", DEBUG = "DEBUG", INFO = "INFO", WARN = "WARN", ERROR = "ERROR",
  WARNING = "WARN", CRITICAL = "ERROR", FATAL = "ERROR"
)
SHORT <- c("8" = "\\b", "9" = "\\t", "10" = "\\n", "12" = "\\f", "13" = "\\r", "34" = "\\\"", "92" = "\\\\")
NUL_TEXT <- utf8ToInt("\\u0000")

refuse <- function(...) stop(structure(class = c("refused", "error", "condition"), list(message = paste0(...), call = NULL)))

# The characters of bytes, with U+FFFD for each maximal part that is not UTF-8.
decoded <- function(bytes) {
  bytes <- as.integer(bytes)
  if (all(bytes < 128L)) return(bytes)
  points <- integer(length(bytes))
  at <- count <- 0L
  while (at < length(bytes)) {
    first <- point <- bytes[at <- at + 1L]
    following <- if (first < 0xC2L || first > 0xF4L) 0L else 1L + (first > 0xDFL) + (first > 0xEFL)
    if (first > 0x7FL) point <- if (following) bitwAnd(first, bitwShiftR(0x3FL, following)) else 0xFFFDL
    low <- switch(as.character(first), "224" = 0xA0L, "240" = 0x90L, 0x80L)
    high <- switch(as.character(first), "237" = 0x9FL, "244" = 0x8FL, 0xBFL)
    for (step in seq_len(following)) {
      if (at == length(bytes) || bytes[at + 1L] < low || bytes[at + 1L] > high) {
        point <- 0xFFFDL
        break
      }
      point <- point * 64L + bytes[at <- at + 1L] - 128L
      low <- 0x80L
      high <- 0xBFL
    }
    points[count <- count + 1L] <- point
  }
  points[seq_len(count)]
}

# The units of characters in UTF-16.
units <- function(points) {
  is_pair <- points > 0xFFFFL
  if (!any(is_pair)) return(points)
  rest <- points - 0x10000L
  both <- rbind(ifelse(is_pair, 0xD800L + rest %/% 1024L, points), ifelse(is_pair, 0xDC00L + rest %% 1024L, NA))
  both[!is.na(both)]
}

quoted <- function(units) {
  result <- character(length(units))
  is_plain <- units > 31L & units < 127L
  result[is_plain] <- strsplit(rawToChar(as.raw(units[is_plain])), "")[[1]]
  result[!is_plain] <- sprintf("\\u%04x", units[!is_plain])
  short <- SHORT[as.character(units)]
  result[!is.na(short)] <- short[!is.na(short)]
  paste0("\"", paste(result, collapse = ""), "\"")
}

# The places at which the six characters \u0000 begin.
nul_texts <- function(points) {
  starts <- seq_len(max(length(points) - 5L, 0L))
  starts[Reduce(`&`, lapply(0:5, function(step) points[starts + step] == NUL_TEXT[step + 1L]), TRUE)]
}

# The entries of a log: several where Kestra would cut it.
entries <- function(level, bytes) {
  points <- decoded(bytes)
  found <- nul_texts(points)
  points[found] <- 0xFFFDL
  if (length(found)) points <- points[-c(outer(found, 1:5, `+`))]
  rest <- units(points)
  result <- character()
  repeat {
    end <- min(length(rest), 15360L)
    if (end < length(rest) && bitwShiftR(rest[end], 10L) == 0x36L) end <- end - 1L # the first half of a pair
    result <- c(result, paste0("{\"level\":\"", level, "\",\"message\":", quoted(rest[seq_len(end)]), "}"))
    rest <- rest[seq_along(rest) > end]
    if (!length(rest)) return(result)
  }
}

# The line of some logs, a level and a message each, and its stream.
logs <- function(words) {
  stream <- "stdout"
  result <- character()
  for (at in seq(1L, length(words), 2L)) {
    name <- decoded(words[[at]])
    is_lower <- name > 96L & name < 123L
    level <- LEVELS[intToUtf8(name - 32L * is_lower)]
    if (is.na(level)) refuse("level: expected TRACE, DEBUG, INFO, WARN or ERROR, got ", quoted(units(name)))
    if (level %in% c("WARN", "ERROR")) stream <- "stderr"
    result <- c(result, entries(level, words[[at + 1L]]))
  }
  list(stream = stream, text = framed(paste0("{\"logs\":[", paste(result, collapse = ","), "]}")))
}

# A line of the JSON of an object; a brace after two colons is in a string.
framed <- function(payload) paste0("::", gsub("::{", "::\\u007b", payload, fixed = TRUE), "::\n")

# A string of data as JSON, of the numbers of its characters.
storable <- function(points, path) {
  if (length(points) > 20000000L) refuse(path, ": expected a string of at most 20000000 UTF-16 units")
  if (any(points == 0L | points >= 0xD800L & points < 0xE000L) || length(nul_texts(points)))
    refuse(path, ": expected a string without U+0000, the six characters \\u0000 and lone surrogates")
  quoted(units(points))
}

# An integer keeps its digits; a fraction has the fewest of the same double, and no exponent from 1e-6 to below 1e21.
number <- function(text, path) {
  if (!grepl("[.eE]", text)) {
    if (nchar(sub("-", "", text)) > 1000L) refuse(path, ": expected a number of at most 1000 digits")
    return(if (text == "-0") "0" else text)
  }
  size <- abs(as.double(text))
  sign <- if (startsWith(text, "-")) "-" else ""
  if (is.infinite(size)) refuse(path, ": expected a number in the range of a double")
  if (size == 0) return(paste0(sign, "0.0"))
  for (places in 0:16) if (as.double(spelled <- sprintf("%.*e", places, size)) == size) break
  digits <- sub("0+$", "", gsub("[.]|e.*", "", spelled))
  point <- as.integer(sub(".*e", "", spelled)) + 1L # the number is 0.digits times 10 to this power
  rest <- substring(digits, 2L)
  if (point <= -6L || point > 21L)
    return(paste0(sign, substr(digits, 1L, 1L), if (nzchar(rest)) ".", rest, sprintf("e%+d", point - 1L)))
  if (point <= 0L) return(paste0(sign, "0.", strrep("0", -point), digits))
  digits <- paste0(digits, strrep("0", max(point - nchar(digits), 0L)))
  fraction <- substring(digits, point + 1L)
  paste0(sign, substr(digits, 1L, point), ".", if (nzchar(fraction)) fraction else "0")
}
