package io.wellspring.users;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Attributes extends Repository<Attribute, String> {

    Attribute saveAndFlush(Attribute attribute);

    Optional<Attribute> findByCode(String code);

    List<Attribute> findAllByRetiredAtIsNullOrderByLabel();

    List<Attribute> findAllByOrderByLabel();
}
