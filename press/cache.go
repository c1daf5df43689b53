package press

import (
	"math"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// A Cache maps keys to values and forgets the least recently used ones when
// their weights add up to more than its limit. A poster weighs a thousand
// badges, so counting values would say little. It is safe for concurrent use.
type Cache[K comparable, V any] struct {
	limit int64
	weigh func(K, V) int64

	mu     sync.Mutex
	lru    *simplelru.LRU[K, V]
	weight int64
}

// largestShare is the part of the limit that one value may take: a value that
// would push out a quarter of the others is cheaper to make again.
const largestShare = 4

// NewCache returns an empty cache for values that weigh at most limit bytes
// together. What weigh returns for a value may not change. A limit of 0 makes
// a cache that keeps nothing.
func NewCache[K comparable, V any](limit int64, weigh func(K, V) int64) *Cache[K, V] {
	c := &Cache[K, V]{limit: limit, weigh: weigh}
	// NewLRU fails for a size below 1 only. Weights bound the cache, so that
	// its own count never does.
	c.lru, _ = simplelru.NewLRU(math.MaxInt, func(k K, v V) { c.weight -= weigh(k, v) })
	return c
}

// Get returns the value of k and makes it the most recently used.
func (c *Cache[K, V]) Get(k K) (V, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.lru.Get(k)
}

// Add keeps v under k, unless it weighs more than a quarter of the limit.
func (c *Cache[K, V]) Add(k K, v V) {
	w := c.weigh(k, v)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.lru.Remove(k) // so that the weight of an earlier value is taken off
	if w > c.limit/largestShare {
		return
	}
	c.lru.Add(k, v)
	c.weight += w
	for c.weight > c.limit {
		c.lru.RemoveOldest()
	}
}

// Weight returns the weight of all values in c, and how many there are.
func (c *Cache[K, V]) Weight() (weight int64, count int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.weight, c.lru.Len()
}
