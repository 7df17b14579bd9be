// @apollo/gateway reports to its maker unless this stands in the environment when a gateway is made. Imported before anything else.
process.env.APOLLO_TELEMETRY_DISABLED = '1';
