#!/bin/bash
# Runs once, on an empty data folder: a database for each service, owned by the role that migrates it, and a role for the
# running service that reads and writes rows and defines nothing.
set -euo pipefail

for service in charter complaints participation surveys compensation notices; do
  password="DATABASE_PASSWORD_${service^^}"
  psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    --set=database="$service" --set=owner="${service}_owner" --set=app="${service}_app" \
    --set=owner_password="$DATABASE_OWNER_PASSWORD" --set=app_password="${!password}" <<'SQL'
CREATE ROLE :"owner" LOGIN PASSWORD :'owner_password';
CREATE ROLE :"app" LOGIN PASSWORD :'app_password';
CREATE DATABASE :"database" OWNER :"owner" ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO :"app";
\connect :"database"
SET ROLE :"owner";
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO :"app";
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO :"app";
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"app";
ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO :"app";
SQL
done
