# frozen_string_literal: true

# The driver of kestra.rb: ruby driver.rb log INFO "Hello World!"

require_relative "kestra"

def members(words, path, json: false)
  words.each_with_object({}) do |word, members|
    key, text = word.split("=", 2)
    refuse("#{path}: expected KEY=VALUE, got #{Wire.string(word)}") if text.nil?
    is_json = json && key.end_with?(":")
    key = key.delete_suffix(":") if is_json
    refuse("#{path}: expected a non-empty string as a name") if key.empty?
    refuse("#{path}: duplicate key #{Wire.string(key)}") if members.key?(key)
    members[key] = is_json ? Parser.new(text).document("#{path}[#{Wire.string(key)}]") : text
  end
end

def logs(pairs)
  entries = pairs.map { |level, message| [Wire.level(level), message] }
  stream = entries.any? { |level,| %w[WARN ERROR].include?(level) } ? $stderr : $stdout
  [stream, %({"logs":[#{entries.flat_map { |entry| Wire.entry(*entry) }.join(",")}]})]
end

def data(kind, words) = [$stdout, %({"#{kind}":#{Wire.json(members(words, kind, json: true), kind)}})]

def metric(kind, name, text, *tags)
  refuse("#{kind}: name: expected a non-empty string") if name.empty?
  label = Wire.string(Wire.storable(name, "#{kind}: name"))
  value = Parser.new(text).document("#{kind} #{label}: value")
  value = Parser.new(value).document("#{kind} #{label}: value") if value.is_a?(String)
  refuse("#{kind} #{label}: value: expected a number in the range of a double") unless value.is_a?(Numeric) && value.to_f.finite?
  refuse("#{kind} #{label}: value: expected at most 9000000000 seconds") if kind == "timer" && value.to_f.abs > 9_000_000_000
  tags = Wire.json(members(tags, "#{kind} #{label}: tags"), "#{kind} #{label}: tags")
  [$stdout, %({"metrics":[{"name":#{label},"type":"#{kind}","value":#{Wire.number(value, kind)},"tags":#{tags}}]})]
end

def record(verb = nil, *words)
  case verb
  when "log" then words.size == 2 ? logs([words]) : refuse("log: expected LEVEL MESSAGE")
  when "logs" then words.any? && words.size.even? ? logs(words.each_slice(2)) : refuse("logs: expected LEVEL MESSAGE pairs")
  when "outputs", "assets" then data(verb, words)
  when "counter", "gauge", "timer" then words.size >= 2 ? metric(verb, *words) : refuse("#{verb}: expected NAME VALUE")
  else refuse("expected log, logs, outputs, assets, counter, gauge or timer")
  end
end

begin
  words = ARGV.map { |word| word.dup.force_encoding("UTF-8") }
  words = words.map { |word| word.scrub("\ufffd") } unless %w[log logs].include?(words[0])
  stream, payload = record(*words)
  begin
    stream.syswrite(Wire.frame(payload)) # one write, without a buffer
  rescue SystemCallError
    raise unless payload.start_with?('{"logs"') # a log never fails its caller
  end
rescue Refused, SystemCallError => e
  warn(e.message)
  exit(1)
end
