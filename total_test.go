package partnerrules_test

import (
	"encoding"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// functions are the exported functions of the packages, typesOfMethods those whose
// methods are called too. A test compares them with what is exported.
var functions = map[string]any{
	"calendar.AnniversaryDate":     calendar.AnniversaryDate,
	"calendar.Baseline":            calendar.Baseline,
	"calendar.CoverageOf":          calendar.CoverageOf,
	"calendar.DateIn":              calendar.DateIn,
	"calendar.Editions":            calendar.Editions,
	"calendar.InForce":             calendar.InForce,
	"calendar.Known":               calendar.Known,
	"calendar.KnownDays":           calendar.KnownDays,
	"calendar.LastAccess":          calendar.LastAccess,
	"calendar.Max":                 calendar.Max,
	"calendar.Min":                 calendar.Min,
	"calendar.NewBusinessCalendar": calendar.NewBusinessCalendar,
	"calendar.NewDate":             calendar.NewDate,
	"calendar.NewPeriod":           calendar.NewPeriod,
	"calendar.NextAnniversary":     calendar.NextAnniversary,
	"calendar.OpenPeriod":          calendar.OpenPeriod,
	"calendar.ParseDate":           calendar.ParseDate,
	"calendar.ParsePeriod":         calendar.ParsePeriod,
	"calendar.RenewalNotices":      calendar.RenewalNotices,
	"calendar.RenewalWindow":       calendar.RenewalWindow,

	"eligibility.AreasOf":          eligibility.AreasOf,
	"eligibility.Assess":           eligibility.Assess,
	"eligibility.Baseline":         eligibility.Baseline,
	"eligibility.Editions":         eligibility.Editions,
	"eligibility.Evaluate":         eligibility.Evaluate,
	"eligibility.EvaluateAll":      eligibility.EvaluateAll,
	"eligibility.Greatest":         eligibility.Greatest,
	"eligibility.HeldOnLegacyEnd":  eligibility.HeldOnLegacyEnd,
	"eligibility.InForce":          eligibility.InForce,
	"eligibility.Known":            eligibility.Known,
	"eligibility.LegacyStatusOf":   eligibility.LegacyStatusOf,
	"eligibility.NewPoints":        eligibility.NewPoints,
	"eligibility.Offers":           eligibility.Offers,
	"eligibility.PackageChange":    eligibility.PackageChange,
	"eligibility.ParsePoints":      eligibility.ParsePoints,
	"eligibility.Retain":           eligibility.Retain,
	"eligibility.SolutionsPartner": eligibility.SolutionsPartner,
	"eligibility.TriOf":            eligibility.TriOf,
	"eligibility.When":             eligibility.When,

	"benefits.Baseline":         benefits.Baseline,
	"benefits.Editions":         benefits.Editions,
	"benefits.Events":           benefits.Events,
	"benefits.Extend":           benefits.Extend,
	"benefits.InForce":          benefits.InForce,
	"benefits.IncludesLicences": benefits.IncludesLicences,
	"benefits.KeyWorks":         benefits.KeyWorks,
	"benefits.Known":            benefits.Known,
	"benefits.LicencesOf":       benefits.LicencesOf,
	"benefits.MergeAccounts":    benefits.MergeAccounts,
	"benefits.PackageChange":    benefits.PackageChange,
	"benefits.Renew":            benefits.Renew,
	"benefits.ReplaceToken":     benefits.ReplaceToken,
	"benefits.StateOn":          benefits.StateOn,
	"benefits.TermOf":           benefits.TermOf,
	"benefits.UseToken":         benefits.UseToken,
	"benefits.VisualStudioIn":   benefits.VisualStudioIn,
	"benefits.VisualStudioUse":  benefits.VisualStudioUse,
	"benefits.Year":             benefits.Year,

	"agreement.At":                 agreement.At,
	"agreement.Attested":           agreement.Attested,
	"agreement.Baseline":           agreement.Baseline,
	"agreement.Check":              agreement.Check,
	"agreement.CheckInvitation":    agreement.CheckInvitation,
	"agreement.Confirm":            agreement.Confirm,
	"agreement.DecodeAttestation":  agreement.DecodeAttestation,
	"agreement.DecodeAttestations": agreement.DecodeAttestations,
	"agreement.DecodeDirectStatus": agreement.DecodeDirectStatus,
	"agreement.DecodeError":        agreement.DecodeError,
	"agreement.DecodeMetadata":     agreement.DecodeMetadata,
	"agreement.DirectStatus":       agreement.DirectStatus,
	"agreement.Editions":           agreement.Editions,
	"agreement.Explain":            agreement.Explain,
	"agreement.InForce":            agreement.InForce,
	"agreement.Known":              agreement.Known,
	"agreement.Latest":             agreement.Latest,
	"agreement.MayAcceptDirectly":  agreement.MayAcceptDirectly,
	"agreement.MayOrder":           agreement.MayOrder,
	"agreement.Notify":             agreement.Notify,
	"agreement.On":                 agreement.On,
	"agreement.ParseEmail":         agreement.ParseEmail,
	"agreement.ParseGUID":          agreement.ParseGUID,
	"agreement.ParseTimestamp":     agreement.ParseTimestamp,
	"agreement.Plan":               agreement.Plan,
	"agreement.TriOf":              agreement.TriOf,

	"cpor.ActivitiesOf":        cpor.ActivitiesOf,
	"cpor.Arbitrate":           cpor.Arbitrate,
	"cpor.Baseline":            cpor.Baseline,
	"cpor.Check":               cpor.Check,
	"cpor.Choose":              cpor.Choose,
	"cpor.Claimable":           cpor.Claimable,
	"cpor.Compare":             cpor.Compare,
	"cpor.Detect":              cpor.Detect,
	"cpor.Due":                 cpor.Due,
	"cpor.Editable":            cpor.Editable,
	"cpor.Editions":            cpor.Editions,
	"cpor.Follow":              cpor.Follow,
	"cpor.InForce":             cpor.InForce,
	"cpor.Known":               cpor.Known,
	"cpor.Move":                cpor.Move,
	"cpor.NewIndex":            cpor.NewIndex,
	"cpor.Outcome":             cpor.Outcome,
	"cpor.ParseDomain":         cpor.ParseDomain,
	"cpor.ParsePartnerID":      cpor.ParsePartnerID,
	"cpor.ParseSubscriptionID": cpor.ParseSubscriptionID,
	"cpor.ParseTenantID":       cpor.ParseTenantID,
	"cpor.TriOf":               cpor.TriOf,
	"cpor.Validate":            cpor.Validate,
}

var typesOfMethods = map[string]any{
	"calendar.BusinessCalendar": calendar.BusinessCalendar{},
	"calendar.Coverage":         calendar.Coverage(0),
	"calendar.Date":             calendar.Date{},
	"calendar.Edition":          calendar.Edition{},
	"calendar.InputError":       calendar.InputError{},
	"calendar.ParseError":       calendar.ParseError{},
	"calendar.Period":           calendar.Period{},
	"calendar.Policy":           calendar.Policy{},
	"calendar.Weekend":          calendar.Weekend(0),

	"eligibility.Advice":        eligibility.Advice(0),
	"eligibility.Area":          eligibility.Area(0),
	"eligibility.AreaSet":       eligibility.AreaSet(0),
	"eligibility.Areas":         eligibility.Areas{},
	"eligibility.Assessment":    eligibility.Assessment{},
	"eligibility.Billing":       eligibility.Billing(0),
	"eligibility.Button":        eligibility.Button(0),
	"eligibility.Category":      eligibility.Category(0),
	"eligibility.Checklist":     eligibility.Checklist{},
	"eligibility.Choice":        eligibility.Choice{},
	"eligibility.Decision":      eligibility.Decision{},
	"eligibility.Fact":          eligibility.Fact(0),
	"eligibility.FactSet":       eligibility.FactSet(0),
	"eligibility.Facts":         eligibility.Facts{},
	"eligibility.Family":        eligibility.Family(0),
	"eligibility.Holding":       eligibility.Holding(0),
	"eligibility.LegacyStatus":  eligibility.LegacyStatus(0),
	"eligibility.Metric":        eligibility.Metric(0),
	"eligibility.Metrics":       eligibility.Metrics{},
	"eligibility.Offer":         eligibility.Offer(0),
	"eligibility.Opening":       eligibility.Opening{},
	"eligibility.Pack":          eligibility.Pack{},
	"eligibility.PackageAnswer": eligibility.PackageAnswer{},
	"eligibility.Points":        eligibility.Points{},
	"eligibility.Policy":        eligibility.Policy{},
	"eligibility.Reason":        eligibility.Reason(0),
	"eligibility.Retention":     eligibility.Retention{},
	"eligibility.Role":          eligibility.Role(0),
	"eligibility.Row":           eligibility.Row{},
	"eligibility.State":         eligibility.State(0),
	"eligibility.Tri":           eligibility.Tri(0),
	"eligibility.Verdict":       eligibility.Verdict(0),
	"eligibility.Verification":  eligibility.Verification(0),

	"benefits.Advice":       benefits.Advice(0),
	"benefits.Answer":       benefits.Answer{},
	"benefits.Benefit":      benefits.Benefit{},
	"benefits.Category":     benefits.Category(0),
	"benefits.Cause":        benefits.Cause(0),
	"benefits.Change":       benefits.Change{},
	"benefits.Choice":       benefits.Choice(0),
	"benefits.Event":        benefits.Event{},
	"benefits.EventID":      benefits.EventID{},
	"benefits.Extension":    benefits.Extension{},
	"benefits.Kept":         benefits.Kept{},
	"benefits.Key":          benefits.Key{},
	"benefits.Kind":         benefits.Kind(0),
	"benefits.Licences":     benefits.Licences{},
	"benefits.Limit":        benefits.Limit{},
	"benefits.Membership":   benefits.Membership{},
	"benefits.Merge":        benefits.Merge{},
	"benefits.Merged":       benefits.Merged{},
	"benefits.Months":       benefits.Months{},
	"benefits.PaidYear":     benefits.PaidYear{},
	"benefits.Policy":       benefits.Policy{},
	"benefits.Product":      benefits.Product(0),
	"benefits.Reason":       benefits.Reason(0),
	"benefits.ReasonSet":    benefits.ReasonSet(0),
	"benefits.Renewal":      benefits.Renewal{},
	"benefits.Replacement":  benefits.Replacement{},
	"benefits.Side":         benefits.Side{},
	"benefits.Standing":     benefits.Standing{},
	"benefits.State":        benefits.State(0),
	"benefits.Term":         benefits.Term{},
	"benefits.Token":        benefits.Token{},
	"benefits.VisualStudio": benefits.VisualStudio{},

	"agreement.Acceptance":   agreement.Acceptance{},
	"agreement.Advice":       agreement.Advice(0),
	"agreement.Attestation":  agreement.Attestation{},
	"agreement.Call":         agreement.Call(0),
	"agreement.Channel":      agreement.Channel(0),
	"agreement.Cloud":        agreement.Cloud(0),
	"agreement.Confirmation": agreement.Confirmation{},
	"agreement.Consent":      agreement.Consent{},
	"agreement.Contact":      agreement.Contact{},
	"agreement.Course":       agreement.Course{},
	"agreement.CustomerKind": agreement.CustomerKind(0),
	"agreement.DirectAnswer": agreement.DirectAnswer{},
	"agreement.Event":        agreement.Event{},
	"agreement.EventKind":    agreement.EventKind(0),
	"agreement.Fact":         agreement.Fact(0),
	"agreement.FactSet":      agreement.FactSet(0),
	"agreement.Facts":        agreement.Facts{},
	"agreement.Field":        agreement.Field(0),
	"agreement.Finding":      agreement.Finding{},
	"agreement.Form":         agreement.Form{},
	"agreement.GUID":         agreement.GUID{},
	"agreement.Invitation":   agreement.Invitation{},
	"agreement.List":         agreement.List[agreement.Attestation]{},
	"agreement.Meaning":      agreement.Meaning(0),
	"agreement.Means":        agreement.Means(0),
	"agreement.Metadata":     agreement.Metadata{},
	"agreement.Notice":       agreement.Notice{},
	"agreement.Order":        agreement.Order{},
	"agreement.PartnerType":  agreement.PartnerType(0),
	"agreement.Policy":       agreement.Policy{},
	"agreement.Purchase":     agreement.Purchase(0),
	"agreement.Purchases":    agreement.Purchases{},
	"agreement.Reason":       agreement.Reason(0),
	"agreement.ReasonSet":    agreement.ReasonSet(0),
	"agreement.Report":       agreement.Report{},
	"agreement.Role":         agreement.Role(0),
	"agreement.Route":        agreement.Route(0),
	"agreement.ServiceError": agreement.ServiceError{},
	"agreement.Severity":     agreement.Severity(0),
	"agreement.Step":         agreement.Step(0),
	"agreement.Submission":   agreement.Submission{},
	"agreement.TemplateID":   agreement.TemplateID(""),
	"agreement.Timestamp":    agreement.Timestamp{},
	"agreement.Tri":          agreement.Tri(0),
	"agreement.Type":         agreement.Type(""),
	"agreement.Verdict":      agreement.Verdict(0),

	"cpor.Activity":          cpor.Activity(0),
	"cpor.ActivitySet":       cpor.ActivitySet(0),
	"cpor.Actor":             cpor.Actor(0),
	"cpor.Advice":            cpor.Advice(0),
	"cpor.Arbitration":       cpor.Arbitration{},
	"cpor.Area":              cpor.Area(0),
	"cpor.Cause":             cpor.Cause(0),
	"cpor.Channel":           cpor.Channel(0),
	"cpor.Choice":            cpor.Choice{},
	"cpor.Claim":             cpor.Claim{},
	"cpor.Contact":           cpor.Contact{},
	"cpor.Deadline":          cpor.Deadline{},
	"cpor.Domain":            cpor.Domain{},
	"cpor.Draft":             cpor.Draft{},
	"cpor.Edition":           cpor.Edition(0),
	"cpor.Facts":             cpor.Facts{},
	"cpor.Field":             cpor.Field(0),
	"cpor.Finding":           cpor.Finding{},
	"cpor.Index":             cpor.Index{},
	"cpor.Intent":            cpor.Intent{},
	"cpor.Location":          cpor.Location{},
	"cpor.LocationKind":      cpor.LocationKind(0),
	"cpor.Mark":              cpor.Mark(0),
	"cpor.Pair":              cpor.Pair{},
	"cpor.PartnerID":         cpor.PartnerID{},
	"cpor.Policy":            cpor.Policy{},
	"cpor.Product":           cpor.Product{},
	"cpor.Proof":             cpor.Proof{},
	"cpor.Question":          cpor.Question(0),
	"cpor.QuestionSet":       cpor.QuestionSet(0),
	"cpor.Reason":            cpor.Reason(0),
	"cpor.Role":              cpor.Role(0),
	"cpor.Severity":          cpor.Severity(0),
	"cpor.Standing":          cpor.Standing{},
	"cpor.Status":            cpor.Status(0),
	"cpor.Step":              cpor.Step{},
	"cpor.StepError":         cpor.StepError{},
	"cpor.SubscriptionID":    cpor.SubscriptionID{},
	"cpor.SubscriptionState": cpor.SubscriptionState(0),
	"cpor.Task":              cpor.Task(0),
	"cpor.TenantID":          cpor.TenantID{},
	"cpor.Timing":            cpor.Timing(0),
	"cpor.Tri":               cpor.Tri(0),
	"cpor.Unit":              cpor.Unit{},
	"cpor.Validation":        cpor.Validation{},
	"cpor.Verdict":           cpor.Verdict(0),
}

func TestEveryExportedFunctionIsCalled(t *testing.T) {
	for _, pkg := range apiPackages {
		d := documentation(t, pkg)
		for _, f := range d.Funcs {
			checkListed(t, pkg+"."+f.Name)
		}
		for _, typ := range d.Types {
			for _, f := range typ.Funcs {
				checkListed(t, pkg+"."+f.Name)
			}
			if _, listed := typesOfMethods[pkg+"."+typ.Name]; !listed {
				t.Errorf("the methods of %s.%s are not called", pkg, typ.Name)
			}
		}
	}
}

// checkListed passes the functions for constants, which panic by design.
func checkListed(t *testing.T, name string) {
	t.Helper()
	if _, listed := functions[name]; !listed && !strings.Contains(name, ".Must") {
		t.Errorf("%s is not called", name)
	}
}

// A callee is a function, or a method without its receiver.
type callee struct {
	name string
	bind func(receiver func(reflect.Type) reflect.Value) reflect.Value
}

// callees returns all functions and methods in the order of their names.
func callees() []callee {
	var all []callee
	for name, f := range functions {
		all = append(all, callee{name, func(func(reflect.Type) reflect.Value) reflect.Value { return reflect.ValueOf(f) }})
	}
	for name, zero := range typesOfMethods {
		typ := reflect.TypeOf(zero)
		for i := range reflect.PointerTo(typ).NumMethod() {
			all = append(all, callee{name + "." + reflect.PointerTo(typ).Method(i).Name, func(value func(reflect.Type) reflect.Value) reflect.Value {
				receiver := reflect.New(typ)
				receiver.Elem().Set(value(typ))
				return receiver.Method(i)
			}})
		}
	}
	slices.SortFunc(all, func(a, b callee) int { return strings.Compare(a.name, b.name) })
	return all
}

// call calls f with arguments that value makes.
func call(f reflect.Value, value func(reflect.Type) reflect.Value) (args, results []reflect.Value) {
	for i := range f.Type().NumIn() {
		args = append(args, value(f.Type().In(i)))
	}
	if f.Type().IsVariadic() {
		return args, f.CallSlice(args)
	}
	return args, f.Call(args)
}

// Every function and method, with extremes and what is drawn from a fixed seed:
// none panics, and what comes with an error claims nothing. That each goes
// without an error now and then shows that the drawn values get past the checks.
func TestFunctionsAreTotal(t *testing.T) {
	g := &generator{Rand: rand.New(rand.NewPCG(1, 2)), codes: map[reflect.Type][]reflect.Value{}}
	for _, c := range callees() {
		callOften(t, g, c)
	}
}

const callsEach = 300

func callOften(t *testing.T, g *generator, c callee) {
	t.Helper()
	var args []reflect.Value
	defer func() {
		if fault := recover(); fault != nil {
			t.Errorf("%s(%v) panics: %v", c.name, args, fault)
		}
	}()
	succeeded := false
	for i := range callsEach {
		g.calm = i%2 == 0
		var receiver reflect.Value
		f := c.bind(func(typ reflect.Type) reflect.Value {
			receiver = g.value(typ)
			return receiver
		})
		args = nil
		_, results := call(f, func(typ reflect.Type) reflect.Value {
			arg := g.value(typ)
			if text, ok := textOf(receiver); ok && g.calm && typ == reflect.TypeFor[[]byte]() {
				arg = reflect.ValueOf(text)
			}
			args = append(args, arg)
			return arg
		})
		succeeded = succeeded || errorOf(results) == nil
		claimsNothing(t, c.name, args, results)
		for _, result := range results {
			rangeOver(result)
		}
	}
	if !succeeded {
		t.Errorf("%s never went without an error", c.name)
	}
}

// textOf returns the text of a receiver that has one, for its methods to read.
func textOf(receiver reflect.Value) (text []byte, ok bool) {
	if !receiver.IsValid() {
		return nil, false
	}
	m, ok := receiver.Interface().(encoding.TextMarshaler)
	if !ok {
		return nil, false
	}
	text, err := m.MarshalText()
	return text, err == nil
}

// errorOf returns the error among results, which comes last.
func errorOf(results []reflect.Value) error {
	if len(results) == 0 {
		return nil
	}
	err, _ := results[len(results)-1].Interface().(error)
	return err
}

// claimsNothing fails if an error comes with a result that is neither zero nor
// what was given, as AppendText and a move of a claim that is not legal return.
func claimsNothing(t *testing.T, name string, args, results []reflect.Value) {
	t.Helper()
	if errorOf(results) == nil {
		return
	}
	last := len(results) - 1
	for _, result := range results[:last] {
		isGiven := func(arg reflect.Value) bool { return reflect.DeepEqual(arg.Interface(), result.Interface()) }
		if !result.IsZero() && !slices.ContainsFunc(args, isGiven) {
			t.Errorf("%s(%v) returns %v with the error %v", name, args, result, results[last])
		}
	}
}

// fromNothing are the functions that may claim something although they are told
// nothing, each with the reason.
var fromNothing = map[string]string{
	"agreement.Check":           "a name that is blank is missing (AGR-03)",
	"agreement.Policy.Check":    "a name that is blank is missing (AGR-03)",
	"agreement.Editions":        "says what the package knows",
	"agreement.Known":           "says what the package knows",
	"agreement.TriOf":           "false is no",
	"benefits.Editions":         "says what the package knows",
	"benefits.Known":            "says what the package knows",
	"calendar.Editions":         "says what the package knows",
	"calendar.Known":            "says what the package knows",
	"cpor.Claim.Covers":         "a claim that is not approved covers nothing (CPR-29)",
	"cpor.Editions":             "says what the package knows",
	"cpor.Known":                "says what the package knows",
	"cpor.Outcome":              "false is the decision against the challenger",
	"cpor.TriOf":                "false is no",
	"cpor.Validation.MaySubmit": "only an error keeps a draft from being submitted (CPR-20)",
	"eligibility.Editions":      "says what the package knows",
	"eligibility.Known":         "says what the package knows",
	"eligibility.NewPoints":     "0 hundredths are zero points",
	"eligibility.TriOf":         "false is no",
}

// Who is told nothing knows nothing: with zero values throughout no function
// and no method answers with a yes or no, a day, a verdict or a state, but for
// those whose reason is given.
func TestNothingIsClaimedOfNothing(t *testing.T) {
	for _, c := range callees() {
		if strings.HasSuffix(c.name, ".IsZero") || strings.HasSuffix(c.name, ".Equal") {
			continue
		}
		_, results := call(c.bind(reflect.Zero), reflect.Zero)
		var claims []string
		for _, result := range results {
			claims = append(claims, claimsOf(result)...)
		}
		switch _, excused := fromNothing[c.name]; {
		case claims != nil && !excused:
			t.Errorf("told nothing, %s claims %q", c.name, claims)
		case claims == nil && excused:
			t.Errorf("%s claims nothing: it needs no excuse", c.name)
		}
	}
}

// claimsOf returns what a result says that can be known only from facts. The
// policy of an answer is none of it.
func claimsOf(v reflect.Value) []string {
	said := []string{fmt.Sprintf("%v %v", v.Type(), v)}
	switch x := v.Interface().(type) {
	case calendar.Policy, eligibility.Policy, benefits.Policy, agreement.Policy, cpor.Policy:
		return nil
	case calendar.Date, calendar.Period, calendar.Coverage, agreement.Timestamp, eligibility.Points,
		eligibility.Tri, agreement.Tri, cpor.Tri, eligibility.Verdict, agreement.Verdict, cpor.Verdict,
		eligibility.Button, benefits.State, agreement.Route, agreement.Meaning, cpor.Status, cpor.Mark:
		if v.IsZero() {
			return nil
		}
		return said
	case eligibility.State:
		if x != eligibility.Met && x != eligibility.NotMet {
			return nil
		}
		return said
	case bool:
		if !x {
			return nil
		}
		return said
	}
	var claims []string
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				claims = append(claims, claimsOf(v.Field(i))...)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			claims = append(claims, claimsOf(v.Index(i))...)
		}
	}
	return claims
}

// rangeOver takes some of what an iterator yields.
func rangeOver(v reflect.Value) {
	if v.Kind() != reflect.Func || v.IsNil() || v.Type().NumIn() != 1 {
		return
	}
	yield := v.Type().In(0)
	n := 0
	v.Call([]reflect.Value{reflect.MakeFunc(yield, func([]reflect.Value) []reflect.Value {
		n++
		return []reflect.Value{reflect.ValueOf(n < 3)}
	})})
}

// A generator makes values of any type: extremes among them, or, while it is
// calm, mostly such as pass the checks of the packages.
type generator struct {
	*rand.Rand
	calm  bool
	codes map[reflect.Type][]reflect.Value // see codesOf
}

func (g *generator) value(t reflect.Type) reflect.Value { return g.within(t, 0) }

// within makes a value that is nested so deep.
func (g *generator) within(t reflect.Type, depth int) reflect.Value {
	v := reflect.New(t).Elem()
	// The zero value of an index is none, and is not to be called.
	if g.IntN(5) == 0 && (!g.calm || g.IntN(4) == 0) && t != reflect.TypeFor[cpor.Index]() {
		return v
	}
	if made, ok := g.special(t); ok {
		return reflect.ValueOf(made)
	}
	if codes := g.codesOf(t); g.calm && len(codes) > 0 {
		return codes[g.IntN(len(codes))]
	}
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(g.IntN(2) == 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt([]int64{-1, 1, 2, 31, math.MaxInt64, math.MinInt64, math.MaxInt8, math.MinInt8, g.Int64()}[g.IntN(9)])
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint([]uint64{1, 2, 3, 13, 127, 128, 255, math.MaxUint64, g.Uint64()}[g.IntN(9)])
	case reflect.String:
		v.SetString(texts[g.IntN(len(texts))])
	case reflect.Slice:
		if t == reflect.TypeFor[[]byte]() {
			return reflect.ValueOf([]byte(texts[g.IntN(len(texts))]))
		}
		for n := g.IntN(4); n >= 0; n-- {
			v = reflect.Append(v, g.within(t.Elem(), depth+1))
		}
	case reflect.Array:
		for i := range t.Len() {
			v.Index(i).Set(g.within(t.Elem(), depth+1))
		}
	case reflect.Struct:
		for i := range t.NumField() {
			if t.Field(i).IsExported() {
				v.Field(i).Set(g.within(t.Field(i).Type, depth+1))
			}
		}
	case reflect.Pointer:
		if depth < 3 {
			v.Set(reflect.New(t.Elem()))
			v.Elem().Set(g.within(t.Elem(), depth+1))
		}
	case reflect.Interface:
		if t.NumMethod() == 0 {
			v.Set([]reflect.Value{
				reflect.ValueOf("2024-02-29"), reflect.ValueOf(7), reflect.ValueOf([]byte("x")), reflect.ValueOf(time.Time{}), reflect.ValueOf(time.Unix(0, 0).UTC()),
			}[g.IntN(5)])
		}
	default:
		panic(fmt.Sprint("no value for ", t))
	}
	return v
}

// texts are what is parsed, some of it by one type alone.
var texts = []string{
	"x", "2024-02-29", "2024-02-29/..", "6.67", "legacy-gold", "data-ai,security", "\xff", strings.Repeat("9", 99),
	"4567001", "f0e1d2c3-0000-4000-8000-000000000001", "ada@northlight.example", "2023-05-01T00:00:00Z", "contoso", "{}",
}

// codesOf returns the values of an enumeration, or of a set the sets of one
// element: those of few bits that come back from their texts.
func (g *generator) codesOf(t reflect.Type) []reflect.Value {
	codes, done := g.codes[t]
	if _, ok := reflect.New(t).Interface().(encoding.TextUnmarshaler); done || !ok {
		return codes
	}
	try := func(v reflect.Value) {
		text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
		again := reflect.New(t)
		if err == nil && again.Interface().(encoding.TextUnmarshaler).UnmarshalText(text) == nil && again.Elem().Equal(v) {
			codes = append(codes, v)
		}
	}
	switch t.Kind() {
	case reflect.Int8:
		for i := range 3 {
			try(reflect.ValueOf(i - 1).Convert(t))
		}
	case reflect.Uint8:
		for i := range 64 {
			try(reflect.ValueOf(i).Convert(t))
		}
	case reflect.Uint16, reflect.Uint32:
		for i := range 32 {
			try(reflect.ValueOf(uint32(1) << i).Convert(t))
		}
	}
	g.codes[t] = codes
	return codes
}

// special makes what cannot be made of its exported fields.
func (g *generator) special(t reflect.Type) (any, bool) {
	switch t {
	case reflect.TypeFor[calendar.Date]():
		return g.date(), true
	case reflect.TypeFor[calendar.Period]():
		p, err := calendar.NewPeriod(g.date(), g.date())
		if err != nil {
			p = calendar.OpenPeriod(g.date())
		}
		return p, true
	case reflect.TypeFor[calendar.BusinessCalendar]():
		c, err := calendar.NewBusinessCalendar(calendar.Weekend(g.IntN(127)), g.date(), g.date())
		return c, err == nil
	case reflect.TypeFor[eligibility.Points]():
		p, err := eligibility.NewPoints(g.IntN(10001))
		return p, err == nil
	case reflect.TypeFor[calendar.Policy]():
		return calendar.Baseline(), g.IntN(2) == 0
	case reflect.TypeFor[benefits.Policy]():
		return benefits.Baseline(), g.IntN(2) == 0
	case reflect.TypeFor[agreement.Policy]():
		return agreement.Baseline(), g.IntN(2) == 0
	case reflect.TypeFor[cpor.Policy]():
		return cpor.Baseline(), g.IntN(2) == 0
	case reflect.TypeFor[agreement.Timestamp]():
		return agreement.On(g.date()), true
	case reflect.TypeFor[cpor.TenantID]():
		return cpor.MustParseTenantID("f0e1d2c3-0000-4000-8000-000000000001"), true
	case reflect.TypeFor[cpor.SubscriptionID]():
		return cpor.MustParseSubscriptionID("a0000000-0000-4000-8000-000000000001"), true
	case reflect.TypeFor[cpor.PartnerID]():
		return []cpor.PartnerID{cpor.MustParsePartnerID("4567001"), cpor.MustParsePartnerID("4567002")}[g.IntN(2)], true
	case reflect.TypeFor[cpor.Domain]():
		return cpor.MustParseDomain("contoso"), true
	case reflect.TypeFor[cpor.Index]():
		index, err := cpor.NewIndex(cpor.Baseline())
		return *index, err == nil
	case reflect.TypeFor[time.Time]():
		return time.Unix(g.Int64(), 0), true
	case reflect.TypeFor[*time.Location]():
		return time.UTC, true
	}
	return nil, false
}

func (g *generator) date() calendar.Date {
	return []calendar.Date{
		{},
		calendar.MustParseDate("0001-01-01"), calendar.MustParseDate("9999-12-31"),
		calendar.MustParseDate("2024-02-29"), calendar.MustParseDate("2024-03-15"), calendar.MustParseDate("2025-02-28"),
	}[g.IntN(6)]
}
