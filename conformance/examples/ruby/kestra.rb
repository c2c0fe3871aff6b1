# frozen_string_literal: true

# An emitter of logs, outputs, metrics and assets; ../../SPECIFICATION.md explains each rule.
#
#   Kestra.log("info", "Hello World!")
#   Kestra.outputs({ "rows" => 3 })
#   Kestra.metric("counter", "rows", 3, { "env" => "prod" })
module Kestra
  class Refused < StandardError; end

  LEVELS = %w[TRACE DEBUG INFO WARN ERROR].to_h { |name| [name, name] }
           .merge("WARNING" => "WARN", "CRITICAL" => "ERROR", "FATAL" => "ERROR").freeze
  SHORT = { 8 => '\b', 9 => '\t', 10 => '\n', 12 => '\f', 13 => '\r', 34 => '\"', 92 => '\\\\' }.freeze
  UNITS = 15_360 # of UTF-16, where Kestra cuts a message

  module_function

  def refuse(reason) = raise(Refused, reason)
  def log(level, message) = logs([[level, message]])

  def logs(entries)
    entries = entries.map { |name, message| [level(name), message] }
    stream = entries.any? { |name,| %w[WARN ERROR].include?(name) } ? $stderr : $stdout
    write(stream, %({"logs":[#{entries.flat_map { |name, message| log_entries(name, message) }.join(",")}]}))
  rescue SystemCallError
    nil # a log never fails its caller
  end

  def outputs(map) = write($stdout, %({"outputs":#{json(map, "outputs")}}))
  def assets(map) = write($stdout, %({"assets":#{json(map, "assets")}}))

  def metric(type, name, value, tags = {})
    refuse("#{type}: expected a non-empty string") if name.empty?
    path = "#{type} #{json(name, type)}"
    refuse("#{path}: expected a number in the range of a double") unless value.is_a?(Numeric) && value.to_f.finite?
    refuse("#{path}: expected at most 9000000000 seconds") if type == "timer" && value.abs > 9_000_000_000
    fields = [json(name, path), %("#{type}"), json(value, path), json(tags, "#{path}: tags")]
    write($stdout, %({"metrics":[{#{%w[name type value tags].zip(fields).map { |key, text| %("#{key}":#{text}) }.join(",")}}]}))
  end

  # One write, without a buffer. A brace after two colons is in a string, and batch runners break the line before it.
  def write(stream, payload) = stream.syswrite("::#{payload.gsub("::{") { '::\u007b' }}::\n")

  def level(name)
    LEVELS[name.upcase(:ascii)] || refuse("level: expected TRACE, DEBUG, INFO, WARN or ERROR, got #{string(name.scrub)}")
  end

  # A log as one entry, or as several where Kestra would cut it.
  def log_entries(level, message)
    rest = units(message.scrub("\ufffd").gsub(/\0|\\u0000/, "\ufffd"))
    pieces = []
    while rest.size > UNITS
      pieces << rest.shift(rest[UNITS - 1].between?(0xd800, 0xdbff) ? UNITS - 1 : UNITS)
    end
    [*pieces, rest].map { |piece| %({"level":"#{level}","message":"#{escaped(piece)}"}) }
  end

  def units(text) = text.encode("UTF-16BE").unpack("n*")
  def escaped(units) = units.map { |unit| SHORT[unit] || (unit.between?(32, 126) ? unit.chr : format('\u%04x', unit)) }.join
  def string(text) = %("#{escaped(units(text))}")

  # A value as JSON; what cannot arrive exactly is refused.
  def json(value, path, depth = 0)
    refuse("#{path}: expected at most 1000 levels of nesting in a line") if depth > 998 && value.respond_to?(:each)
    case value
    when String then storable(value, path)
    when Float then float(value, path)
    when Integer then value.abs < 10**1000 ? value.to_s : refuse("#{path}: expected a number of at most 1000 digits")
    when Array then "[#{value.each_with_index.map { |member, index| json(member, "#{path}[#{index}]", depth + 1) }.join(",")}]"
    when Hash then "{#{value.map { |key, member| pair(key, member, path, depth) }.join(",")}}"
    else value.nil? ? "null" : value.to_s
    end
  end

  def pair(key, member, path, depth)
    name = storable(key, path)
    "#{name}:#{json(member, "#{path}[#{name}]", depth + 1)}"
  end

  def storable(text, path)
    return string(text) if text.valid_encoding? && !text.match?(/\0|\\u0000/)

    refuse("#{path}: expected a string without U+0000, the six characters \\u0000 and lone surrogates")
  end

  # The fewest digits that read as the same double, as Ruby has them, without an exponent from 1e-6 to below 1e21.
  def float(value, path)
    refuse("#{path}: expected a number in the range of a double") unless value.finite?
    return value.to_s if value.zero?

    whole, fraction, exponent = value.abs.to_s.split(/[.e]/)
    digits = (whole + fraction).sub(/0+\z/, "")
    point = whole.size + exponent.to_i - digits[/\A0*/].size
    digits = digits.sub(/\A0+/, "")
    text = if point.between?(1, 21) then digits.ljust(point, "0").insert(point, ".").sub(/\.\z/, ".0")
           elsif point.between?(-5, 0) then "0.#{"0" * -point}#{digits}"
           else "#{digits.sub(/(?<=\A.)(?=.)/, ".")}e#{format("%+d", point - 1)}"
           end
    value.negative? ? "-#{text}" : text
  end
end
