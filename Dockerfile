# The screens, built by Node; nothing of Node goes further.
FROM node:24-bookworm-slim AS screens
WORKDIR /src/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc* ./
RUN npm ci --no-audit --no-fund
COPY frontend/ ./
RUN npm run build

# The Python packages, python-ldap among them, built where the headers are.
FROM python:3.11-slim-bookworm AS packages
RUN apt-get update \
 && apt-get install --yes --no-install-recommends build-essential libldap-dev libsasl2-dev \
 && rm -rf /var/lib/apt/lists/*
COPY requirements/server.txt requirements/ldap.txt requirements/federation.txt /requirements/
RUN python -m venv /opt/kyoseki/venv \
 && /opt/kyoseki/venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --no-deps \
    --requirement /requirements/server.txt --requirement /requirements/ldap.txt \
    --requirement /requirements/federation.txt

FROM python:3.11-slim-bookworm
RUN apt-get update \
 && apt-get install --yes --no-install-recommends libldap-2.5-0 libsasl2-2 tzdata \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin kyoseki \
 && install --directory --owner=kyoseki --mode=0700 /roster
WORKDIR /opt/kyoseki
COPY --from=packages /opt/kyoseki/venv venv
COPY --from=screens /src/frontend/dist frontend/dist
COPY tools tools
COPY integrations integrations
COPY backend backend
ENV PATH=/opt/kyoseki/venv/bin:$PATH \
    PYTHONPATH=/opt/kyoseki/backend:/opt/kyoseki \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    KYOSEKI_MODE=production \
    KYOSEKI_STATIC=/opt/kyoseki/static \
    PROMETHEUS_MULTIPROC_DIR=/tmp/kyoseki-metrics
# Written while the folders still can be: byte code, the compressed screens, the files of the API's readable page.
RUN python -m compileall -q backend tools integrations \
 && python -c "from pathlib import Path; from tools.screens import compress; compress(Path('frontend/dist'))" \
 && KYOSEKI_MODE=development DATABASE_URL=postgresql://nobody@/nowhere python backend/manage.py collectstatic --noinput --verbosity 0
USER kyoseki
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["python", "-m", "tools.probe"]
CMD ["python", "-m", "tools.serve"]
