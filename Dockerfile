# A static binary in an empty image: artwork, fonts and awards are inside it.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /panonceau ./cmd/panonceau

FROM scratch
COPY --from=build /panonceau /panonceau
USER 65532:65532
ENV PANONCEAU_ADDR=:8080 PANONCEAU_DRAIN=5s
EXPOSE 8080
HEALTHCHECK CMD ["/panonceau", "health"]
ENTRYPOINT ["/panonceau"]
CMD ["serve"]
