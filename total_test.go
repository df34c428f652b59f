package partnerrules_test

import (
	"encoding"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

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
	"calendar.Rules":               calendar.Rules,
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
	"eligibility.Rules":            eligibility.Rules,
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
	"benefits.Rules":            benefits.Rules,
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
	"agreement.Rules":              agreement.Rules,
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
	"cpor.Rules":               cpor.Rules,
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

// checkListed passes the functions for constants, which panic by design: those
// that read what a function reads that is called.
func checkListed(t *testing.T, name string) {
	t.Helper()
	if _, listed := functions[strings.Replace(name, ".MustParse", ".Parse", 1)]; !listed {
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
			itemsOf(result, 3)
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

// itemsOf returns what an iterator yields, so many times at most; of what is no
// iterator nothing.
func itemsOf(v reflect.Value, most int) []reflect.Value {
	if v.Kind() != reflect.Func || v.IsNil() || v.Type().NumIn() != 1 {
		return nil
	}
	var items []reflect.Value
	yields := 0
	v.Call([]reflect.Value{reflect.MakeFunc(v.Type().In(0), func(yielded []reflect.Value) []reflect.Value {
		items = append(items, yielded...)
		yields++
		return []reflect.Value{reflect.ValueOf(yields < most)}
	})})
	return items
}
