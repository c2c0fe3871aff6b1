-- The driver of kestra.lua: lua driver.lua log INFO "Hello World!"

package.path = arg[0]:gsub("[^/]*$", "?.lua;") .. package.path
local kestra = require("kestra")

-- KEY=TEXT, and KEY:=JSON with has_json, as an object.
local function members(words, first, path, has_json)
  local parts, seen = {}, {}
  for index = first, #words do
    local key, text = words[index]:match("^([^=]*)=(.*)$")
    local is_json = has_json and key and key:sub(-1) == ":"
    key = is_json and key:sub(1, -2) or key
    if not key or key == "" or seen[key] then kestra.refuse("%s: expected KEY=VALUE, each key once, got %q", path, words[index]) end
    local name = kestra.quoted(key, path)
    seen[key], parts[#parts + 1] = true, name .. ":" .. (is_json and kestra.document or kestra.quoted)(text, path .. "[" .. name .. "]")
  end
  return "{" .. table.concat(parts, ",") .. "}"
end

local function metric(kind, words)
  local name = kestra.quoted(words[1], kind)
  local path, value = kind .. " " .. name, kestra.document(words[2], kind .. " " .. name)
  if value:find('^"') then value = kestra.document(value:sub(2, -2):gsub("\\[nrt]", " "), path) end -- text that is a number
  local size = math.abs(tonumber(value) or math.huge)
  if words[1] == "" or size == math.huge or kind == "timer" and size > 9e9 then kestra.refuse("%s: expected a name and a number", path) end
  local tags = members(words, 3, path .. ": tags")
  return ('{"metrics":[{"name":%s,"type":"%s","value":%s,"tags":%s}]}'):format(name, kind, value, tags), io.stdout
end

local function payload(verb, words)
  if verb == "log" and #words == 2 or verb == "logs" and #words > 0 and #words % 2 == 0 then return kestra.logs(words) end
  for index, word in ipairs(words) do words[index] = kestra.decoded(word) end
  if verb == "outputs" then return '{"outputs":' .. members(words, 1, verb, true) .. "}", io.stdout end
  local is_metric = (verb == "counter" or verb == "gauge" or verb == "timer") and #words > 1
  if is_metric then return metric(verb, words) end
  kestra.refuse("expected log, logs, outputs, counter, gauge or timer, with their arguments")
end

local text, stream = payload(arg[1], { table.unpack(arg, 2) })
local record = "::" .. text:gsub("::{", "::\\u007b") .. "::\n" -- a brace after two colons is in a string
stream:setvbuf("full", #record + 1) -- one write, when it is flushed
local is_kept, problem = stream:write(record)
local is_written, reason = stream:flush()
if not (is_kept and is_written or arg[1] == "log" or arg[1] == "logs") then kestra.refuse("stdout: %s", problem or reason) end
os.exit(0, false)
