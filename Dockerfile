# The command in a container. Build it with `docker build --tag niemyet .`; then, in the folder of a
# catalogue repository: docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/work" niemyet check
FROM python:3.13-slim AS build
WORKDIR /source
COPY requirements/site.txt requirements/site.txt
RUN python -m venv /opt/niemyet \
    && /opt/niemyet/bin/pip install --no-cache-dir --require-hashes -r requirements/site.txt
COPY pyproject.toml README.md LICENSE ./
COPY catalogue catalogue
COPY schema schema
COPY generator generator
RUN /opt/niemyet/bin/pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir dist . \
    && /opt/niemyet/bin/pip install --no-cache-dir --no-deps dist/*.whl

FROM python:3.13-slim
# git, for `diff` and `check --base`, is that of the release of the image.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 1000 --create-home niemyet
COPY --from=build /opt/niemyet /opt/niemyet
ENV PATH=/opt/niemyet/bin:$PATH PYTHONDONTWRITEBYTECODE=1
USER 1000
WORKDIR /work
ENTRYPOINT ["niemyet"]
CMD ["--help"]
