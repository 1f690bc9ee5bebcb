-- Asks one path again and again, with a pause after each answer, and writes the times of the answers as one line.
-- Usage: wrk … -s pace.lua URL -- MILLISECONDS
local pause = 0

function init(arguments) pause = tonumber(arguments[1]) end

function delay() return pause end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'RESULT {"requests": %d, "least": %d, "p50": %d, "p99": %d, "most": %d, "errors": %d}\n',
    summary.requests, latency.min, latency:percentile(50), latency:percentile(99), latency.max,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
