package portfolio

import (
	"io"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A filedClaim holds what a file contains about a claim besides the cpor.Claim. It is
// small, since there may be a million.
type filedClaim struct {
	place   place
	history []filedStep // empty for a claim from a usage report
	asked   *filedQuestions
	usage   *association // nil for other claims
}

// A filedStep is a cpor.Step in less memory.
type filedStep struct {
	on                 calendar.Date
	justification      int32 // the index in Portfolio.justifications, plus 1; 0 for none
	status             cpor.Status
	cause              cpor.Cause
	competes, notified cpor.Tri
}

// A filedQuestions holds the rare questions about a claim.
type filedQuestions struct {
	draft  *filedDraft
	covers []cpor.Subscription // whether the claim covers them
}

// draft returns the draft of the claim, or nil.
func (f *filedClaim) draft() *filedDraft {
	if f.asked == nil {
		return nil
	}
	return f.asked.draft
}

// An association is what the rows of a claim in a usage report state: the latest date,
// where it is, and whether the dates have slashes.
type association struct {
	latest       calendar.Date
	line, column int32
	form         usageForm

	month month // the last month that has rows of the claim
}

// file returns a history in less memory.
func (p *Portfolio) file(history []cpor.Step) []filedStep {
	filed := make([]filedStep, len(history))
	for i, s := range history {
		filed[i] = filedStep{s.On, 0, s.Status, s.Cause, s.Competes, s.Notified}
		if s.Justification != "" {
			p.justifications = append(p.justifications, s.Justification)
			filed[i].justification = int32(len(p.justifications))
		}
	}
	return filed
}

// steps appends the history of a claim to a list.
func (p *Portfolio) steps(list []cpor.Step, f *filedClaim) []cpor.Step {
	for _, s := range f.history {
		step := cpor.Step{Status: s.status, On: s.on, Cause: s.cause, Competes: s.competes, Notified: s.notified}
		if s.justification > 0 {
			step.Justification = p.justifications[s.justification-1]
		}
		list = append(list, step)
	}
	return list
}

// readClaims reads a list of claims, one claim at a time.
func (r *reading) readClaims(name string, in io.Reader) error {
	list, i, first := &source{file: name}, 0, len(r.p.claims)
	for node, err := range strictjson.Elements(name, in) {
		if err != nil {
			return r.broken(name, err)
		}
		isNew := r.addClaim(node, placeOf(list, i, node))
		if err := r.faults(node); err != nil {
			return err
		}
		if n := len(r.p.claims) - first; isNew && n == enoughClaims {
			r.expect(int(r.size * int64(n) / node.Offset()))
		}
		i++
	}
	return nil
}

// enoughClaims is the number of claims after which their total number is estimated.
const enoughClaims = 1000

// expect makes room for n further claims and some more. Growing step by step would copy
// each claim several times.
func (r *reading) expect(n int) {
	n += n / 50
	r.p.claims, r.p.filed = slices.Grow(r.p.claims, n), slices.Grow(r.p.filed, n)
	ids := make(map[string]int32, len(r.ids)+n)
	maps.Copy(ids, r.ids)
	r.ids = ids
}

// addClaim reads a claim and keeps it if it has no fault. It reports whether it does.
func (r *reading) addClaim(node *strictjson.Node, at place) bool {
	c, f := r.readClaim(node)
	f.place = at
	if !node.Faulty() {
		r.checkID(node, c)
		r.checkCompany(node, c)
	}
	if node.Faulty() {
		return false
	}
	number := int32(len(r.p.claims))
	r.ids[c.ID] = number
	if !c.Company.IsZero() {
		r.partners[c.Partner] = employer{c.Company, number}
	}
	r.p.claims, r.p.filed = append(r.p.claims, c), append(r.p.filed, f)
	return true
}

// checkID rejects a claim whose ID another claim has.
func (r *reading) checkID(node *strictjson.Node, c cpor.Claim) {
	if other, twice := r.ids[c.ID]; twice {
		node.Fault("another claim has the ID " + c.ID + ", at " + r.p.filed[other].place.String())
	}
}

// checkCompany rejects a claim whose partner belongs to another company in an
// earlier claim.
func (r *reading) checkCompany(node *strictjson.Node, c cpor.Claim) {
	known, found := r.partners[c.Partner]
	if found && !c.Company.IsZero() && known.company != c.Company {
		node.Fault("partner " + c.Partner.String() + " belongs to company " + c.Company.String() + " here, but to " +
			known.company.String() + " at " + r.p.filed[known.claim].place.String())
	}
}

func (r *reading) readClaim(node *strictjson.Node) (cpor.Claim, filedClaim) {
	members := node.Object()
	c := cpor.Claim{
		ID:         readName(members.Required("id")),
		Tenant:     strictjson.Read[cpor.TenantID](members.Required("tenant")),
		Area:       strictjson.Read[cpor.Area](members.Required("area")),
		Activities: readActivities(members.Required("activities")),
		Partner:    strictjson.Read[cpor.PartnerID](members.Required("partner")),
		Company:    strictjson.Read[cpor.PartnerID](members.Optional("company")),
		Ends:       readDate(members.Optional("ends")),
	}
	units, steps := members.Required("units").List(), members.Required("history").List()
	c.Units = make([]cpor.Unit, 0, len(units))
	for _, node := range units {
		c.Units = append(c.Units, r.readUnit(node))
	}
	r.steps = r.steps[:0]
	for _, node := range steps {
		r.steps = append(r.steps, readStep(node))
	}
	f := filedClaim{history: r.p.file(r.steps)}
	draft, covers := members.Optional("draft"), members.Optional("covers")
	if draft != nil || covers != nil {
		f.asked = &filedQuestions{}
	}
	if draft != nil {
		f.asked.draft = readDraft(draft, c)
	}
	for _, node := range covers.List() {
		f.asked.covers = append(f.asked.covers, readSubscription(node))
	}
	members.End()
	return follow(node, c, r.steps), f
}

// readSubscription reads a subscription that a claim may cover.
func readSubscription(node *strictjson.Node) cpor.Subscription {
	members := node.Object()
	s := cpor.Subscription{
		ID:    strictjson.Read[cpor.SubscriptionID](members.Required("id")),
		Ended: readDate(members.Optional("ended")),
	}
	if product := members.Optional("product"); product != nil {
		s.Product = readName(product)
	}
	members.End()
	return s
}

func (r *reading) readUnit(node *strictjson.Node) cpor.Unit {
	members := node.Object()
	unit := cpor.Unit{
		Name:         r.name(readName(members.Required("name"))),
		Subscription: strictjson.Read[cpor.SubscriptionID](members.Optional("subscription")),
	}
	members.End()
	return unit
}

// name returns name as a string that all claims share. It saves memory: a million
// claims have few different names.
func (r *reading) name(name string) string {
	kept, found := r.names[name]
	if !found {
		kept = strings.Clone(name)
		r.names[kept] = kept
	}
	return kept
}

// follow returns the claim with the fields that follow from its history. Whether a
// step is after the day of the report is checked later.
func follow(node *strictjson.Node, c cpor.Claim, history []cpor.Step) cpor.Claim {
	if len(history) == 0 {
		node.Fault("the history is empty: give at least one step")
		return c
	}
	var last calendar.Date
	for _, step := range history {
		if last.IsZero() || step.On.After(last) {
			last = step.On
		}
	}
	resolved, err := cpor.Case{Claim: c, History: history}.Resolve(last)
	if err != nil && !node.Faulty() {
		node.Fault(reasonOf(err))
	}
	return resolved
}

func readStep(node *strictjson.Node) cpor.Step {
	members := node.Object()
	step := cpor.Step{
		Status:        strictjson.Read[cpor.Status](members.Required("status")),
		On:            readDate(members.Required("on")),
		Cause:         strictjson.Read[cpor.Cause](members.Optional("cause")),
		Justification: members.Optional("justification").String(),
		Competes:      strictjson.Read[cpor.Tri](members.Optional("competes")),
		Notified:      strictjson.Read[cpor.Tri](members.Optional("notified")),
	}
	members.End()
	return step
}

// A filedDraft is a draft of a claim as read, with the facts about it.
type filedDraft struct {
	draft     cpor.Draft
	facts     cpor.Facts
	intent    *cpor.Intent
	locations []cpor.LocationEntry
}

// readActivities reads a list of activities, or a string with their codes.
func readActivities(node *strictjson.Node) partnerrules.Set[cpor.Activity] {
	if node.Kind() != strictjson.List {
		return strictjson.Read[partnerrules.Set[cpor.Activity]](node)
	}
	var set partnerrules.Set[cpor.Activity]
	for _, element := range node.List() {
		activity := strictjson.Read[cpor.Activity](element)
		switch {
		case element.Faulty():
		case set.Has(activity):
			element.Fault("repeated")
		default:
			set |= partnerrules.SetOf(activity)
		}
	}
	return set
}

// readDraft reads the draft of a claim and the facts about it. Members that every
// claim has come from c.
func readDraft(node *strictjson.Node, c cpor.Claim) *filedDraft {
	members := node.Object()
	d := &filedDraft{
		draft: cpor.Draft{
			ID: c.ID, Partner: c.Partner, Tenant: c.Tenant, Area: c.Area, Activities: c.Activities,
			Domain:          strictjson.Read[cpor.Domain](members.Optional("domain")),
			CustomerName:    norm.NFC.String(members.Optional("customerName").String()),
			CustomerContact: readContact(members.Optional("customerContact")),
			PartnerContact:  readContact(members.Optional("partnerContact")),
		},
		facts: cpor.Facts{
			Role:     strictjson.Read[cpor.Role](members.Optional("role")),
			Company:  c.Company,
			Location: readLocation(members.Optional("location")),
			Proof:    readProof(members.Optional("proof")),
		},
	}
	for _, node := range members.Required("products").List() {
		d.draft.Products = append(d.draft.Products, readProduct(node))
	}
	if domains := members.Optional("domains"); domains != nil {
		d.facts.DomainsComplete = true
		for _, node := range domains.List() {
			d.facts.Domains = append(d.facts.Domains, strictjson.Read[cpor.Domain](node))
		}
	}
	if subscriptions := members.Optional("subscriptions"); subscriptions != nil {
		d.facts.SubscriptionsComplete = true
		for _, node := range subscriptions.List() {
			d.facts.Subscriptions = append(d.facts.Subscriptions, strictjson.Read[cpor.SubscriptionID](node))
		}
	}
	if asked := members.Optional("customerAsked"); asked != nil {
		d.facts.CustomerAsked = asked.Bool()
	}
	if intent := members.Optional("intent"); intent != nil {
		d.intent = readIntent(intent)
	}
	if locations := members.Optional("locations"); locations != nil {
		d.locations = readLocations(locations)
	}
	members.End()
	return d
}

func readIntent(node *strictjson.Node) *cpor.Intent {
	members := node.Object()
	tri := func(name string) cpor.Tri { return strictjson.Read[cpor.Tri](members.Optional(name)) }
	i := &cpor.Intent{
		InfluencedPurchase: tri("influencedPurchase"), WantsPresales: tri("wantsPresales"), DrivesUsage: tri("drivesUsage"), WantsUsage: tri("wantsUsage"),
		WantsCompetency: tri("wantsCompetency"), InfluencedChoice: tri("influencedChoice"),
		Channel: strictjson.Read[cpor.Channel](members.Optional("channel")), Eligible: tri("eligible"),
	}
	members.End()
	return i
}

// readLocations reads the locations that a partner can choose from.
func readLocations(node *strictjson.Node) []cpor.LocationEntry {
	entries := []cpor.LocationEntry{}
	for _, node := range node.List() {
		members := node.Object()
		entries = append(entries, cpor.LocationEntry{
			Partner:  strictjson.Read[cpor.PartnerID](members.Required("partner")),
			Location: readLocation(members.Optional("location")),
		})
		members.End()
	}
	if _, err := cpor.CompareLocations(entries); err != nil && !node.Faulty() {
		node.Fault(reasonOf(err))
	}
	return entries
}

// readLocation reads the facts about the ID of the claiming location.
func readLocation(node *strictjson.Node) cpor.Location {
	if node == nil {
		return cpor.Location{}
	}
	members := node.Object()
	l := cpor.Location{
		Confirmed:   strictjson.Read[cpor.Tri](members.Optional("confirmed")),
		Enrolled:    strictjson.Read[cpor.Tri](members.Optional("enrolled")),
		Kind:        strictjson.Read[cpor.LocationKind](members.Optional("kind")),
		PartnerType: strictjson.Read[cpor.Tri](members.Optional("partnerType")),
	}
	members.End()
	return l
}

func readProduct(node *strictjson.Node) cpor.Product {
	members := node.Object()
	tri := func(name string) cpor.Tri { return strictjson.Read[cpor.Tri](members.Optional(name)) }
	p := cpor.Product{
		Name:         readName(members.Required("name")),
		Subscription: members.Optional("subscription").String(),
		Eligible:     tri("eligible"),
		OnTenant:     tri("onTenant"),
		Channel:      strictjson.Read[cpor.Channel](members.Optional("channel")),
		HasSeveral:   tri("hasSeveral"),
		Dynamics:     tri("dynamics"),
		BoughtByCSP:  tri("boughtByCSP"),
		Provisioned:  tri("provisioned"),
		State:        strictjson.Read[cpor.SubscriptionState](members.Optional("state")),
	}
	members.End()
	return p
}

func readContact(node *strictjson.Node) cpor.Contact {
	if node == nil {
		return cpor.Contact{}
	}
	members := node.Object()
	c := cpor.Contact{
		Name: norm.NFC.String(members.Optional("name").String()), Title: members.Optional("title").String(), Email: members.Optional("email").String(),
	}
	members.End()
	return c
}

func readProof(node *strictjson.Node) cpor.Proof {
	if node == nil {
		return cpor.Proof{}
	}
	members := node.Object()
	tri := func(name string) cpor.Tri { return strictjson.Read[cpor.Tri](members.Optional(name)) }
	p := cpor.Proof{
		Attached: tri("attached"), Partner: tri("partner"), Customer: tri("customer"), Domain: tri("domain"), Tenant: tri("tenant"),
		Solution: tri("solution"), Products: tri("products"), Acknowledged: tri("acknowledged"), Dated: tri("dated"),
		AcknowledgedOn: readDate(members.Optional("acknowledgedOn")),
	}
	members.End()
	return p
}
