package press

import (
	"context"
	"errors"
	"time"
)

// ErrBusy is returned when every worker that could make a picture was taken
// and stayed so for as long as a caller may wait. Trying again a little later
// is right.
var ErrBusy = errors.New("all workers are busy")

// slots bounds how many pictures of a class are made at the same time, how
// many more may wait for their turn, and for how long.
type slots struct {
	working chan struct{}
	waiting chan struct{}
	patient time.Duration
}

func newSlots(workers, queue int, patient time.Duration) *slots {
	return &slots{
		working: make(chan struct{}, workers),
		waiting: make(chan struct{}, queue),
		patient: patient,
	}
}

// acquire takes a slot, which release gives back. It returns ErrBusy when the
// queue is full or the wait too long.
func (s *slots) acquire(ctx context.Context) error {
	select {
	case s.working <- struct{}{}:
		return nil
	default:
	}
	select {
	case s.waiting <- struct{}{}:
		defer func() { <-s.waiting }()
	default:
		return ErrBusy
	}
	timer := time.NewTimer(s.patient)
	defer timer.Stop()
	select {
	case s.working <- struct{}{}:
		return nil
	case <-timer.C:
		return ErrBusy
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func (s *slots) release() { <-s.working }
