# The driver of kestra.rb: ruby driver.rb log INFO "Hello World!"

require "json"
require_relative "kestra"

# RFC 8259: Ruby's parser takes comments and other escapes, too.
JSON_TEXT = /\A(?<value>[ \t\n\r]*(?:
  null|true|false|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?
  |(?<string>"(?:[^"\\\x00-\x1f]|\\["\\\/bfnrt]|\\u\h{4})*+")
  |\[(?:\g<value>(?:,\g<value>)*+|[ \t\n\r]*)\]
  |\{(?:[ \t\n\r]*\g<string>[ \t\n\r]*:\g<value>(?:,[ \t\n\r]*\g<string>[ \t\n\r]*:\g<value>)*+|[ \t\n\r]*)\}
)[ \t\n\r]*)\z/x

def parse(text)
  value = JSON.parse(text, max_nesting: 1000) # first, because it ends early where the nesting is too deep
  JSON_TEXT.match?(text) ? value : Kestra.refuse("expected JSON, got #{text.inspect}")
end

def members(words, has_json: false)
  words.each_with_object({}) do |word, members|
    key, text = word.split("=", 2)
    is_json = has_json && key.to_s.end_with?(":")
    key = key.delete_suffix(":") if is_json
    Kestra.refuse("expected KEY=VALUE, got #{word.inspect}") if text.nil? || key.empty?
    Kestra.refuse("duplicate key #{key.inspect}") if members.key?(key)
    members[key] = is_json ? parse(text) : text
  end
end

def metric(type, name, text, *tags)
  value = parse(text)
  Kestra.metric(type, name, value.is_a?(String) ? parse(value) : value, members(tags))
end

def make(verb = nil, *words)
  words.map! { |word| word.scrub("\ufffd") } unless %w[log logs].include?(verb)
  case verb
  when "log" then words.size == 2 ? Kestra.log(*words) : Kestra.refuse("log: expected LEVEL MESSAGE")
  when "logs" then words.any? && words.size.even? ? Kestra.logs(words.each_slice(2)) : Kestra.refuse("logs: expected pairs")
  when "outputs", "assets" then Kestra.send(verb, members(words, has_json: true))
  when "counter", "gauge", "timer" then words.size >= 2 ? metric(verb, *words) : Kestra.refuse("#{verb}: expected NAME VALUE")
  else Kestra.refuse("expected log, logs, outputs, assets, counter, gauge or timer")
  end
end

begin
  make(*ARGV.map { |word| word.dup.force_encoding("UTF-8") })
rescue Kestra::Refused, JSON::ParserError, SystemCallError => e
  abort(e.message.inspect)
end
