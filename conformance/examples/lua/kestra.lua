-- An emitter of logs, outputs and metrics, which driver.lua calls; ../../SPECIFICATION.md explains each rule.

local LEVELS = { TRACE = "TRACE", DEBUG = "DEBUG", INFO = "INFO", WARN = "WARN", ERROR = "ERROR",
  WARNING = "WARN", CRITICAL = "ERROR", FATAL = "ERROR" }
local SHORT = { [8] = [[\b]], [9] = [[\t]], [10] = [[\n]], [12] = [[\f]], [13] = [[\r]], [34] = [[\"]], [92] = [[\\]] }
local UNESCAPED = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t" }
local SECOND = { [0xE0] = "^[\xA0-\xBF]", [0xED] = "^[\x80-\x9F]", [0xF0] = "^[\x90-\xBF]", [0xF4] = "^[\x80-\x8F]" }

local function refuse(...)
  io.stderr:write((string.format(...):gsub("\n", " ")), "\n")
  os.exit(1)
end

-- The characters of text, with U+FFFD for each maximal part that is not UTF-8.
local function points(text)
  local result, at = {}, 1
  while at <= #text do
    local first, size = text:byte(at), 1
    local following = first < 0x80 and 0 or first < 0xC2 and -1 or first < 0xE0 and 1 or first < 0xF0 and 2 or first < 0xF5 and 3 or -1
    while size <= following and text:find(size == 1 and SECOND[first] or "^[\x80-\xBF]", at + size) do size = size + 1 end
    result[#result + 1] = size == following + 1 and utf8.codepoint(text, at) or 0xFFFD
    at = at + size
  end
  return result
end

local function decoded(text)
  local parts = points(text)
  for index, point in ipairs(parts) do parts[index] = utf8.char(point) end
  return table.concat(parts)
end

-- The units of text in UTF-16.
local function units(text)
  local result = {}
  for _, point in ipairs(points(text)) do
    if point > 0xFFFF then result[#result + 1], point = 0xD7C0 + (point >> 10), 0xDC00 + (point & 0x3FF) end
    result[#result + 1] = point
  end
  return result
end

local function escaped(list, first, last)
  local parts = {}
  for at = first or 1, last or #list do
    local unit = list[at]
    parts[#parts + 1] = SHORT[unit] or unit > 31 and unit < 127 and string.char(unit) or ("\\u%04x"):format(unit)
  end
  return table.concat(parts)
end

local function quoted(text, path)
  if text:find("\0", 1, true) or text:find("\\u0000", 1, true) or not utf8.len(text) then
    refuse("%s: expected a string without U+0000, the six characters \\u0000 and lone surrogates", path)
  end
  return '"' .. escaped(units(text)) .. '"'
end

local function logs(words)
  local entries, stream = {}, io.stdout
  for index = 1, #words, 2 do
    local level = LEVELS[words[index]:upper()] or refuse("level: expected TRACE, DEBUG, INFO, WARN or ERROR, got %q", words[index])
    stream = (level == "WARN" or level == "ERROR") and io.stderr or stream
    local rest, first = units((words[index + 1]:gsub("\\u0000", "\u{FFFD}"))), 1
    repeat -- as one entry, or as several where Kestra would cut it
      local last = math.min(first + 15359, #rest)
      if last < #rest and rest[last] >> 10 == 0x36 then last = last - 1 end -- the first half of a pair
      entries[#entries + 1] = ('{"level":"%s","message":"%s"}'):format(level, escaped(rest, first, last))
      first = last + 1
    until first > #rest
  end
  return '{"logs":[' .. table.concat(entries, ",") .. "]}", stream
end

-- An integer keeps its digits; a fraction has the fewest of the same double, and no exponent from 1e-6 to below 1e21.
local function number(text, path)
  if not text:find("[.eE]") then
    return #text:gsub("-", "") > 1000 and refuse("%s: expected a number of at most 1000 digits", path) or text == "-0" and "0" or text
  end
  local size, sign, places = math.abs(tonumber(text)), text:match("^-?"), 0
  if size == math.huge then refuse("%s: expected a number in the range of a double", path) end
  while tonumber(("%." .. places .. "e"):format(size)) ~= size do places = places + 1 end
  local first, fraction, exponent = ("%." .. places .. "e"):format(size):match("(%d)%.?(%d*)e(.+)")
  local digits, point = first .. fraction, math.tointeger(tonumber(exponent)) + 1
  if size == 0 then return sign .. "0.0" end
  if point > -6 and point <= 0 then return sign .. "0." .. ("0"):rep(-point) .. digits end
  if point < 1 or point > 21 then return sign .. first .. (fraction == "" and "" or "." .. fraction) .. ("e%+d"):format(point - 1) end
  digits = digits .. ("0"):rep(point - #digits)
  return sign .. digits:sub(1, point) .. "." .. (digits:sub(point + 1) == "" and "0" or digits:sub(point + 1))
end

-- Returns a JSON text as a record has it: a value is read and written in one step.
local function document(source, path)
  local at = 1
  local function wrong() refuse("%s: expected JSON, which ends or is wrong at byte %d", path, at) end
  local function here(pattern)
    local first, last, found, second = source:find("^" .. pattern, at)
    at = first and last + 1 or at
    return found, second
  end
  local function token(pattern) return here("[ \t\n\r]*(" .. pattern .. ")") end
  local function text()
    local parts = {}
    while not here('(")') do
      local high, low = here("\\u([dD][89abAB]%x%x)\\u([dD][c-fC-F]%x%x)")
      local code = high and 0x10000 + ((tonumber(high, 16) & 0x3FF) << 10) + (tonumber(low, 16) & 0x3FF)
        or tonumber(here("\\u(%x%x%x%x)") or "", 16)
      local escape = not code and here('\\(["\\/bfnrt])')
      parts[#parts + 1] = code and utf8.char(code) or escape and (UNESCAPED[escape] or escape) or here('([^"\\\0-\31]+)') or wrong()
    end
    return table.concat(parts)
  end
  local function value(depth)
    if token('"') then return quoted(text(), path) end
    local found = token("%a+") or token("-?%d+") or token("[%[{]") or wrong()
    if found == "null" or found == "true" or found == "false" then return found end
    if found:find("%d") then
      return found:find("^-?0%d") and wrong() or number(found .. (here("(%.%d+)") or "") .. (here("([eE][-+]?%d+)") or ""), path)
    end
    local open, close, members, places = found, ({ ["["] = "]", ["{"] = "}" })[found] or wrong(), {}, {}
    if depth > 998 then refuse("%s: expected at most 1000 levels of nesting in a line", path) end
    while not token("%" .. close) do
      if #members > 0 and not token(",") then wrong() end
      local name = open == "{" and (token('"') and quoted(text(), path) or wrong())
      if name and not token(":") then wrong() end
      local place = name and places[name] or #members + 1
      members[place] = (name and name .. ":" or "") .. value(depth + 1)
      if name then places[name] = place end
    end
    return open .. table.concat(members, ",") .. close
  end
  local result = value(1)
  return token("") and at > #source and result or wrong()
end

return { refuse = refuse, decoded = decoded, quoted = quoted, logs = logs, document = document }

