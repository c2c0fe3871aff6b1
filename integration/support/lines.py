"""Valid and invalid lines that a script could print, and the lines at which Kestra stops reading."""


def outputs(text):
    return f'::{{"outputs":{text}}}::'


def log(entry):
    """Return a line with a log and a valid one after it."""
    return f'::{{"logs":[{entry},{{"level":"WARN","message":"m"}}]}}::'


def message(text):
    return f'::{{"logs":[{{"level":"INFO","message":{text}}}]}}::'


def metric(members):
    return f'::{{"metrics":[{{"name":"n",{members}}}]}}::'


def counter(value, tags="{}"):
    return metric(f'"type":"counter","value":{value},"tags":{tags}')


def timer(value):
    return metric(f'"type":"timer","value":{value}')


def assets(text):
    return f'::{{"assets":{text}}}::'


def otlp(text):
    return f'::{{"otlp":{text}}}::'


def otlp_log(members):
    return otlp(f'{{"resourceLogs":[{{"scopeLogs":[{{"logRecords":[{{{members}}}]}}]}}]}}')


def otlp_metric(members):
    return otlp(f'{{"resourceMetrics":[{{"scopeMetrics":[{{"metrics":[{{"name":"n",{members}}}]}}]}}]}}')


FATAL = {
    "assets": (assets('{"outputs":[{"id":"a","type":"T"}]}'), "UnsupportedOperationException"),
    "empty assets": (assets("{}"), "UnsupportedOperationException"),
    "counter of null": (counter("null"), "NullPointerException"),
    "counter of empty text": (counter('""'), "NullPointerException"),
    "counter without a value": (metric('"type":"counter"'), "NullPointerException"),
    "timer of null": (timer("null"), "NullPointerException"),
    "timer of empty text": (timer('""'), "NullPointerException"),
    "timer without a value": (metric('"type":"timer"'), "NullPointerException"),
    "timer too long": (timer("9223372036.854775808"), "ArithmeticException"),
    "timer of too great an integer": (timer("9223372037"), "ArithmeticException"),
    "timer of too long a text": (timer('"P106752D"'), "ArithmeticException"),
    "timer too negative": (timer("-9223372036.854775809"), "ArithmeticException"),
    "tag of null": (counter("1", '{"t":null}'), "NullPointerException"),
    "metric of null": ('::{"metrics":[null]}::', "NullPointerException"),
    "name of two types": (
        '::{"metrics":[{"name":"n","type":"counter","value":1},{"name":"n","type":"gauge","value":1}]}::',
        "IllegalArgumentException",
    ),
}
