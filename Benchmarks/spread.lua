-- Spreads the requests over the paths /products/1 … N, and writes what wrk counted as one line.
-- Usage: wrk … -s spread.lua URL -- N
local requests = {}
local last = 0
local stride = 1

local function divisor(a, b)
  while b ~= 0 do a, b = b, a % b end
  return a
end

function init(arguments)
  local count = tonumber(arguments[1])
  for i = 1, count do
    requests[i] = wrk.format("GET", "/products/" .. i)
  end
  -- Far apart one after the other, and every path once before any comes again.
  stride = math.floor(count * 0.618) + 1
  while divisor(stride, count) ~= 1 do stride = stride + 1 end
end

function request()
  last = (last + stride) % #requests
  return requests[last + 1]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'RESULT {"requests": %d, "seconds": %.6f, "bytes": %d, "p50": %d, "p99": %d, "errors": %d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, latency:percentile(50),
    latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
