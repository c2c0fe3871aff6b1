# frozen_string_literal: true

# An emitter of logs, outputs, metrics and assets, and its driver: ruby kestra.rb log INFO "Hello World!"
# The specification and the driver protocol are in ../../SPECIFICATION.md.

require "strscan"

class Refused < StandardError; end

def refuse(reason) = raise(Refused, reason)

# The wire: text to the text of a record.
module Wire
  LEVELS = %w[TRACE DEBUG INFO WARN ERROR].to_h { |name| [name, name] }
           .merge("WARNING" => "WARN", "CRITICAL" => "ERROR", "FATAL" => "ERROR").freeze
  SHORT = { 8 => '\b', 9 => '\t', 10 => '\n', 12 => '\f', 13 => '\r', 34 => '\"', 92 => '\\\\' }.freeze
  UNITS = 15_360

  module_function

  def level(name)
    LEVELS[name.upcase(:ascii)] || refuse("level: expected TRACE, DEBUG, INFO, WARN or ERROR, got #{string(name.scrub)}")
  end

  def units(text) = text.encode("UTF-16BE").unpack("n*")

  def escaped(units) = units.map { |unit| SHORT[unit] || (unit.between?(32, 126) ? unit.chr : format('\u%04x', unit)) }.join

  def string(text) = %("#{escaped(units(text))}")

  # The record of an object; a brace after two colons is in a string.
  def frame(payload) = "::#{payload.gsub("::{") { '::\u007b' }}::\n"

  # A message in pieces that Kestra does not cut.
  def pieces(message)
    rest = units(message.scrub("\ufffd").gsub(/\0|\\u0000/, "\ufffd"))
    pieces = []
    while rest.size > UNITS
      pieces << rest.shift(rest[UNITS - 1].between?(0xd800, 0xdbff) ? UNITS - 1 : UNITS)
    end
    pieces << rest
  end

  def entry(level, message) = pieces(message).map { |piece| %({"level":"#{level}","message":"#{escaped(piece)}"}) }

  def storable(text, path)
    return text unless text.match?(/\0|\\u0000/)

    refuse("#{path}: expected a string without U+0000, the six characters \\u0000 and lone surrogates")
  end

  def number(value, path)
    return float(value, path) if value.is_a?(Float)

    digits = value.to_s
    digits.delete("-").size > 1000 ? refuse("#{path}: expected a number of at most 1000 digits") : digits
  end

  # The fewest digits that read as the same double, without exponent from 1e-6 to below 1e21.
  def float(value, path)
    refuse("#{path}: expected a number in the range of a double") if value.infinite?
    sign = value.to_s.start_with?("-") ? "-" : ""
    mantissa, exponent = value.abs.to_s.split("e")
    whole, fraction = mantissa.split(".")
    point = whole.size + exponent.to_i
    digits = (whole + fraction).sub(/0+\z/, "")
    leading = digits[/\A0*/].size
    digits, point = digits[leading..], point - leading
    return "#{sign}0.0" if digits.empty?
    return "#{sign}#{digits.ljust(point, "0").insert(point, ".").sub(/\.\z/, ".0")}" if point.between?(1, 21)
    return "#{sign}0.#{"0" * -point}#{digits}" if point.between?(-5, 0)

    "#{sign}#{digits[0]}#{"." if digits.size > 1}#{digits[1..]}e#{format("%+d", point - 1)}"
  end

  def json(value, path, depth = 0)
    case value
    when String then string(storable(value, path))
    when Numeric then number(value, path)
    when Array, Hash
      refuse("#{path}: expected at most 1000 levels of nesting in a line") if depth > 998
      value.is_a?(Array) ? list(value, path, depth + 1) : map(value, path, depth + 1)
    else value.nil? ? "null" : value.to_s
    end
  end

  def list(list, path, depth) = "[#{list.each_with_index.map { |member, index| json(member, "#{path}[#{index}]", depth) }.join(",")}]"

  def map(map, path, depth)
    "{#{map.map { |key, member| "#{string(storable(key, path))}:#{json(member, "#{path}[#{string(key)}]", depth)}" }.join(",")}}"
  end
end

# JSON by RFC 8259: Ruby's own parser takes comments and other escapes, too.
class Parser < StringScanner
  ESCAPES = { "b" => "\b", "f" => "\f", "n" => "\n", "r" => "\r", "t" => "\t" }.freeze

  def document(path)
    @path = path
    value = value(0)
    space && eos? ? value : wrong
  end

  def wrong = refuse("#{@path}: expected JSON, which ends or is wrong at character #{charpos}")

  def space = skip(/[ \t\n\r]*/)

  def value(depth)
    wrong if depth > 1000
    space
    if scan(/true/) then true
    elsif scan(/false/) then false
    elsif scan(/null/) then nil
    elsif scan(/-?(?:0|[1-9][0-9]*)/) then number(matched)
    elsif scan(/"/) then string
    elsif scan(/\[/) then members(/\]/, []) { |list| list << value(depth + 1) }
    elsif scan(/\{/) then members(/\}/, {}) { |map| pair(map, depth + 1) }
    else wrong
    end
  end

  def number(digits) = scan(/(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/) && matched.empty? ? digits.to_i : (digits + matched).to_f

  def string
    text = +""
    until scan(/"/)
      if scan(/[^"\\\x00-\x1f]+/) then text << matched
      elsif scan(/\\u([dD][89abAB]\h\h)\\u([dD][c-fC-F]\h\h)/) then text << [self[1], self[2]].map(&:hex).pack("n*").force_encoding("UTF-16BE").encode("UTF-8")
      elsif scan(/\\u[dD][89a-fA-F]\h\h|\\u0000/) then text << "\0" # which no string may have either
      elsif scan(/\\u(\h{4})/) then text << self[1].hex
      elsif scan(%r{\\(["\\/bfnrt])}) then text << ESCAPES.fetch(self[1], self[1])
      else wrong
      end
    end
    text
  end

  def pair(map, depth)
    space && scan(/"/) || wrong
    key = string
    space && scan(/:/) || wrong
    map[key] = value(depth)
  end

  def members(ending, container)
    return container if space && scan(ending)

    loop do
      yield container
      return container if space && scan(ending)

      scan(/,/) || wrong
    end
  end
end
