package catalog

// axis finds the level that is shown where the edition has several scales: that
// of the scale asked for, or the first one that was granted. It is nil if none
// was granted on that scale. An address that follows the registry keeps the
// scale it names.
func (v *resolver) axis() error {
	r := &v.Request
	if r.Axis == "" {
		return nil
	}
	s := v.onAxis()
	if len(v.Edition.Scales) < 2 || s == nil {
		var names []string
		for _, s := range v.Edition.Scales[:len(v.Edition.Scales)*min(1, len(v.Edition.Scales)-1)] {
			names = append(names, s.ID)
		}
		return notOffered("axis", r.Axis, names)
	}
	if r.Holder == "" && v.Level.Scale != s {
		return fault(ErrInvalid, "axis", "axis : le niveau %s est d’une autre échelle",
			"axis: the level %s is of another scale", v.Level.ID)
	}
	if v.Level.Scale == s {
		if !v.Latest {
			r.Axis = ""
		}
		return nil
	}
	v.Level = v.levelOn(s)
	return nil
}

// onAxis returns the scale that the request names, or nil.
func (v *resolver) onAxis() *Scale {
	for _, s := range v.Edition.Scales {
		if s.ID == v.Request.Axis {
			return s
		}
	}
	return nil
}
