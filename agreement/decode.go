package agreement

// A List is a list as the service sends it. Links and attributes are passed
// over.
type List[T any] struct {
	// TotalCount is what the service says that there are, and 0 if it does not
	// say. It is not compared with the items.
	TotalCount int

	// Items are those sent. They are nil if the body has no list of them, as that
	// of an error has not: then they are not known, which is not none.
	Items []T
}

// A Metadata is what the service knows of an agreement: its template and type,
// where its text is, and the rank of its version.
type Metadata struct {
	Template    TemplateID
	Type        Type
	Link        string
	VersionRank int
}

// A ServiceError is the body of an error. Other members are passed over.
type ServiceError struct {
	// Code is a number or a string in the body, and the empty string if there is
	// none. Explain says what it means.
	Code string

	// Message and Description are the service's words, and Name is its name of the
	// error, each empty if the body has none.
	Message     string
	Description string
	Name        string
}

// DecodeAttestation reads one attestation, as a request or a response has it. A
// text that is not JSON, or not of that form, gives a [*calendar.ParseError]
// with the byte and the path of the fault.
func DecodeAttestation(text []byte) (Attestation, error) {
	var a Attestation
	err := readBody("attestation", text, func(b *body) error { return b.attestation(&a)("") })
	if err != nil {
		return Attestation{}, err
	}
	return a, nil
}

// DecodeAttestations reads the list of a partner's attestations of a customer.
// Errors are those of [DecodeAttestation].
func DecodeAttestations(text []byte) (List[Attestation], error) {
	return decodeList("list of attestations", text, (*body).attestation)
}

// DecodeMetadata reads the list of metadata. The type of an agreement may be
// called agreementType, as the service does, or type, as its documentation
// does. Errors are those of [DecodeAttestation].
func DecodeMetadata(text []byte) (List[Metadata], error) {
	return decodeList("list of metadata", text, (*body).metadata)
}

// DecodeDirectStatus reads whether the customer has accepted directly. No denies
// the direct route only (AGR-18). Errors are those of [DecodeAttestation].
func DecodeDirectStatus(text []byte) (Tri, error) {
	signed := Unknown
	err := readBody("direct status", text, func(b *body) error {
		return b.object("", func(name string) reader {
			if name == "isSigned" {
				return b.tri(&signed)
			}
			return nil
		})
	})
	if err != nil {
		return Unknown, err
	}
	return signed, nil
}

// DecodeError reads the body of an error. It may be empty, and then says
// nothing. Errors are those of [DecodeAttestation].
func DecodeError(text []byte) (ServiceError, error) {
	if len(text) == 0 {
		return ServiceError{}, nil
	}
	var e ServiceError
	err := readBody("error body", text, func(b *body) error {
		return b.object("", func(name string) reader {
			switch name {
			case "code":
				return b.code(&e.Code)
			case "message":
				return textOf(b, &e.Message)
			case "description":
				return textOf(b, &e.Description)
			case "errorName":
				return textOf(b, &e.Name)
			}
			return nil
		})
	})
	if err != nil {
		return ServiceError{}, err
	}
	return e, nil
}

// decodeList reads the envelope of a list.
func decodeList[T any](kind string, text []byte, element func(*body, *T) reader) (List[T], error) {
	var all List[T]
	err := readBody(kind, text, func(b *body) error {
		return b.object("", func(name string) reader {
			switch name {
			case "totalCount":
				return b.integer(&all.TotalCount)
			case "items":
				return func(path string) error {
					if !b.isNull() {
						all.Items = []T{}
					}
					return b.list(path, func(path string) error {
						var item T
						err := element(b, &item)(path)
						all.Items = append(all.Items, item)
						return err
					})
				}
			}
			return nil
		})
	})
	if err != nil {
		return List[T]{}, err
	}
	return all, nil
}

func (b *body) attestation(a *Attestation) reader {
	return func(path string) error {
		return b.object(path, func(name string) reader {
			switch name {
			case "primaryContact":
				return b.contact(&a.Contact)
			case "templateId":
				return textOf(b, &a.Template)
			case "dateAgreed":
				return b.timestamp(&a.Date)
			case "type":
				return textOf(b, &a.Type)
			case "userId":
				return textOf(b, &a.UserID)
			case "agreementLink":
				return textOf(b, &a.Link)
			}
			return nil
		})
	}
}

func (b *body) contact(c *Contact) reader {
	return func(path string) error {
		return b.object(path, func(name string) reader {
			switch name {
			case "firstName":
				return textOf(b, &c.FirstName)
			case "lastName":
				return textOf(b, &c.LastName)
			case "email":
				return textOf(b, &c.Email)
			case "phoneNumber":
				return textOf(b, &c.Phone)
			}
			return nil
		})
	}
}

func (b *body) metadata(m *Metadata) reader {
	return func(path string) error {
		return b.object(path, func(name string) reader {
			switch name {
			case "templateId":
				return textOf(b, &m.Template)
			case "agreementType", "type":
				return b.agreementType(&m.Type)
			case "agreementLink":
				return textOf(b, &m.Link)
			case "versionRank":
				return b.integer(&m.VersionRank)
			}
			return nil
		})
	}
}

// agreementType reads a type under either of its names. If both are there, they
// must agree.
func (b *body) agreementType(t *Type) reader {
	return func(path string) error {
		var read Type
		at := b.next()
		if err := textOf(b, &read)(path); err != nil || read == "" {
			return err
		}
		if *t != "" && *t != read {
			return b.fault(at, path, "is not the type given before, "+string(*t))
		}
		*t = read
		return nil
	}
}
