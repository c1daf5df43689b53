package main

import "panonceau/web"

// tileFlags say what is drawn under the interactive map.
type tileFlags struct {
	Tiles       string `env:"PANONCEAU_TILES" placeholder:"URL" help:"Tiles under the interactive map, as in https://tile.openstreetmap.org/{z}/{x}/{y}.png. Readers fetch them from there. Without it, the map has outlines of its own and nothing leaves the service."`
	TilesCredit string `env:"PANONCEAU_TILES_CREDIT" default:"© OpenStreetMap" placeholder:"TEXT" help:"Who made the tiles, as the map says (${default})."`
}

// read checks the address of the tiles; none is no tiles.
func (f *tileFlags) read() (web.Tiles, error) {
	if f.Tiles == "" {
		return web.Tiles{}, nil
	}
	return web.NewTiles(f.Tiles, f.TilesCredit)
}
